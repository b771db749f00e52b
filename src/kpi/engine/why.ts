import type { EpochDay } from "../../sales/calendar";
import { failed, type Result, success } from "../../sales/failure";
import type { DimensionId, KpiDefinition, Measure } from "../definition";
import { elapsedPart, yearBefore } from "../elapsed";
import { isStock, isSum } from "../measures";
import { customerEffects, productEffects } from "../why/effects";
import { type Compared, type Effects, type Part, type Place, type Reasons, rounded } from "../why/reasons";
import type { Aspects } from "./aspects";
import type { Members } from "./members";
import { restrictionsOf, type Slice } from "./slice";
import type { Values } from "./values";
import { causesOf } from "./whyCauses";
import { type Candidate, type Comparison, WhyCells } from "./whyCells";
import { quotientOf, rateReasons } from "./whyRates";

/** A share of the first cause from which a member within it is told. */
const LEAST_WITHIN = 0.25;

/** Takes a KPI's gap apart: which members make it (semantics §5, KPI.POURQUOI). */
export class Why {
  constructor(
    private readonly values: Values,
    private readonly members: Members,
    private readonly aspects: Aspects,
    private readonly dataDate: EpochDay,
  ) {}

  /**
   * The gap to the target due by now (`due`; the default where there is a target), or to the same days a year before.
   * Fails with `nothing-to-compare` where neither is known, or the period is open or has not begun; with
   * `nothing-to-take-apart` for a calculation that is neither a sum nor one quotient of sums.
   */
  reasons(kpi: KpiDefinition, slice: Slice, filters: Place, asked?: Compared): Result<Reasons> {
    const found = this.comparison(kpi, slice, asked);
    if (!found) return failed("nothing-to-compare", { kpi: kpi.id });
    const { comparison, compared, value, base } = found;
    const gap = value - base;
    const cells = new WhyCells(this.values, this.members, comparison);
    const told = { kpi: kpi.id, compared, period: comparison.days, filters, value, base, gap };
    const axes = this.freeAxes(kpi, slice);
    if (!isSum(kpi)) {
      const quotient = quotientOf(kpi);
      if (!quotient) return failed("nothing-to-take-apart", { kpi: kpi.id });
      const { causes, effects } = rateReasons(cells, quotient, axes, gap);
      const parts = causes.map(({ place, amount }) => this.part(kpi, place, amount, gap));
      return success({ ...told, parts: [...parts, restOf(kpi, parts, gap)], effects });
    }
    const causes = causesOf(cells, axes, gap);
    const parts = causes.map(({ candidate, amount }) => this.part(kpi, candidate.place, amount, gap));
    const within = causes[0] && this.within(cells, causes[0].candidate, gap);
    return success({
      ...told,
      parts: [...parts, restOf(kpi, parts, gap)],
      ...(within && { within }),
      effects: this.effects(kpi, slice, cells, gap),
    });
  }

  private comparison(kpi: KpiDefinition, slice: Slice, asked: Compared | undefined) {
    const { from, to } = slice.range;
    if (from === undefined || to === undefined || from > this.dataDate || slice.empty) return undefined;
    const isDated = !isStock(kpi);
    const days = isDated ? elapsedPart({ from, to }, this.dataDate) : { from, to };
    const value = this.values.cell(kpi, { ...slice, range: days });
    const due = asked === "year" ? null : (this.aspects.answer("due", kpi, slice) as number | null);
    const year = isDated ? this.values.cell(kpi, { ...slice, range: yearBefore(days, slice.inWeek) }) : null;
    const base = due ?? (asked === "due" ? null : year);
    if (value === null || base === null) return undefined;
    const isRatio = !isSum(kpi);
    const factor = due === null || isRatio ? 1 : year !== null && year > 0 ? due / year : 0;
    const compared: Compared = due === null ? "year" : "due";
    const comparison: Comparison = { kpi, slice, days, factor };
    return { comparison, compared, value, base };
  }

  /** The KPI's dimensions that the question does not restrict. */
  private freeAxes(kpi: KpiDefinition, slice: Slice): readonly DimensionId[] {
    const taken = new Set(restrictionsOf(slice).map(({ dimension }) => dimension));
    return kpi.dimensions.filter((axis) => !taken.has(axis) && axis !== "tranche");
  }

  private part(kpi: KpiDefinition, place: Candidate["place"], amount: number, gap: number): Part {
    const named = place.map(({ axis, code }) => ({
      axis,
      member: this.members.directory(axis).labels[code]!,
    }));
    return { kind: "cause", place: named, amount: rounded(kpi, amount), share: shareOf(amount, gap) };
  }

  /** The member of another axis that makes most of a cause, where it stands out there. */
  private within(cells: WhyCells, cause: Candidate, gap: number): Part | undefined {
    const { comparison } = cells;
    if (cause.place.length > 1) return undefined;
    const inside = new WhyCells(this.values, this.members, { ...comparison, slice: cause.slice });
    const amount = cause.now - cause.base;
    const [found] = causesOf(inside, this.freeAxes(comparison.kpi, cause.slice), amount, false);
    if (!found || found.amount / amount < LEAST_WITHIN) return undefined;
    const place = [...cause.place, ...found.candidate.place];
    return this.part(comparison.kpi, place, found.amount, gap);
  }

  private effects(kpi: KpiDefinition, slice: Slice, cells: WhyCells, gap: number): readonly Effects[] {
    const free = new Set(this.freeAxes(kpi, slice));
    const sold = free.has("produit") ? this.sold(kpi, slice, cells, gap) : undefined;
    return [
      ...(free.has("client") && kpi.value.kind === "sum"
        ? [customerEffects(cells.along("client", slice), gap)]
        : []),
      ...(sold ? [sold] : []),
    ];
  }

  private sold(kpi: KpiDefinition, slice: Slice, cells: WhyCells, gap: number): Effects | undefined {
    const quantities = quantitiesOf(kpi);
    if (!quantities) return undefined;
    const products = cells
      .along("produit", slice)
      .map((amount) => ({ amount, quantity: cells.cell(amount.slice, quantities) }));
    return productEffects(products, gap);
  }
}

/** The KPI that counts the quantities of a revenue's rows; undefined for any other KPI. */
function quantitiesOf(kpi: KpiDefinition): KpiDefinition | undefined {
  const { value } = kpi;
  if (value.kind !== "sum" || value.column !== "revenue" || value.minus !== undefined) return undefined;
  const quantity: Measure = { ...value, column: "quantity" };
  return { ...kpi, value: quantity };
}

/** The part that the causes leave, so that all parts add up to the gap, to the cent. */
function restOf(kpi: KpiDefinition, parts: readonly Part[], gap: number): Part {
  const amount = rounded(kpi, rounded(kpi, gap) - parts.reduce((sum, part) => sum + part.amount, 0));
  return { kind: "rest", place: [], amount, share: shareOf(amount, gap) };
}

const shareOf = (amount: number, gap: number): number => (gap === 0 ? 0 : amount / gap);
