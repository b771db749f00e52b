import type { DimensionId, KpiDefinition } from "../definition";
import { sidesOf } from "../own/arithmetic";
import { type Rated, rateEffect } from "../why/effects";
import { deviationsAsked } from "../why/evidence";
import type { Effects } from "../why/reasons";
import type { Slice } from "./slice";
import type { WhyCells } from "./whyCells";

const MOST_CAUSES = 3;

/** A member's part in a rate's change, and by how many deviations its own rate left the whole's. */
interface RatedMember {
  readonly place: readonly { readonly axis: DimensionId; readonly code: number }[];
  readonly rate: number;
  readonly mix: number;
  readonly deviation: number;
}

/** The causes of a rate's gap: members of the one axis on which some rate stands out most. */
export interface RateReasons {
  readonly causes: readonly (Pick<RatedMember, "place"> & { readonly amount: number })[];
  readonly effects: readonly Effects[];
}

/** A rate as the two KPIs that it divides. */
interface Quotient {
  readonly above: KpiDefinition;
  readonly under: KpiDefinition;
  readonly scale: number;
}

/** Undefined for a calculation that is no quotient of two sums. */
export function quotientOf(kpi: KpiDefinition): Quotient | undefined {
  const { value } = kpi;
  if (value.kind !== "ratio" && value.kind !== "calculation") return undefined;
  if (value.kind === "ratio")
    return {
      above: { ...kpi, value: value.numerator },
      under: { ...kpi, value: value.denominator },
      scale: value.scale ?? 1,
    };
  if (value.arithmetic.kind === "term")
    return quotientOf({ ...kpi, value: value.terms[value.arithmetic.term]!.value });
  const sides = sidesOf(value);
  return sides && { above: { ...kpi, value: sides.above }, under: { ...kpi, value: sides.under }, scale: 1 };
}

/** Takes a rate's gap apart: each member's own rate, and its weight in the whole. */
export function rateReasons(
  cells: WhyCells,
  quotient: Quotient,
  axes: readonly DimensionId[],
  gap: number,
): RateReasons {
  const byAxis = axes.map((axis) => membersOf(cells, quotient, axis)).filter((members) => members.length > 1);
  const candidates = byAxis.reduce((sum, members) => sum + members.length, 0);
  const asked = deviationsAsked(candidates);
  const direction = Math.sign(gap) || -1;
  const strength = (members: readonly RatedMember[]) =>
    Math.max(...members.map(({ deviation }) => deviation * direction));
  const best = [...byAxis].sort((a, b) => strength(b) - strength(a))[0];
  if (!best) return { causes: [], effects: [] };
  const causes = best
    .filter(({ deviation, rate }) => deviation * direction >= asked && rate * direction > 0)
    .sort((a, b) => (b.rate + b.mix - a.rate - a.mix) * direction)
    .slice(0, MOST_CAUSES)
    .map(({ place, rate, mix }) => ({ place, amount: rate + mix }));
  const sum = (key: "rate" | "mix") => best.reduce((total, member) => total + member[key], 0);
  const [rate, mix] = [sum("rate"), sum("mix")];
  const target = gap - rate - mix;
  return {
    causes,
    effects: [
      {
        by: "rate",
        effects: [
          { kind: "rate", amount: rate },
          { kind: "mix", amount: mix },
          ...(Math.abs(target) > 1e-9 ? [{ kind: "target" as const, amount: target }] : []),
        ],
      },
    ],
  };
}

function membersOf(
  cells: WhyCells,
  { above, under, scale }: Quotient,
  axis: DimensionId,
): readonly RatedMember[] {
  const rated = (slice: Slice): Rated => ({
    numerator: cells.cell(slice, above),
    denominator: cells.cell(slice, under),
  });
  const whole = rated(cells.comparison.slice);
  if (!(whole.denominator.now > 0) || !(whole.denominator.base > 0)) return [];
  const ofRow = Math.max(1, cells.dispersion(axis, under));
  return cells.along(axis, cells.comparison.slice, under).map(({ code, slice }) => {
    const member = rated(slice);
    const { rate, mix } = rateEffect(member, whole);
    const deviation = rateDeviation(member, whole, ofRow);
    return { place: [{ axis, code }], rate: rate * scale, mix: mix * scale, deviation };
  });
}

/** Deviations by which a member's rate changed otherwise than the whole's; `ofRow` is the weight of one event. */
function rateDeviation({ numerator, denominator }: Rated, whole: Rated, ofRow: number): number {
  if (!(denominator.now > 0) || !(denominator.base > 0)) return 0;
  const change = numerator.now / denominator.now - numerator.base / denominator.base;
  const wholeNow = whole.numerator.now / whole.denominator.now;
  const wholeBase = whole.numerator.base / whole.denominator.base;
  const spread = wholeBase > 0 && wholeBase < 1 ? wholeBase * (1 - wholeBase) : wholeBase ** 2;
  const chance = spread * ofRow * (1 / denominator.now + 1 / denominator.base);
  return chance > 0 ? (change - (wholeNow - wholeBase)) / Math.sqrt(chance) : 0;
}
