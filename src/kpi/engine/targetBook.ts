import { type Failure, failed, failure, type Result, success } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import type { DimensionId, KpiDefinition } from "../definition";
import type { Unit } from "../grain";
import { addsOverTime } from "../measures";
import type { DayRange } from "../source";
import type { Resolver } from "./resolver";
import { restrictionsOf, type Slice } from "./slice";

/** A target's days and value. */
export interface DatedTarget {
  readonly range: DayRange;
  readonly value: number;
}

/** A target the engine cannot use, with its place in the list and the reason. */
export interface RefusedTarget {
  readonly index: number;
  readonly failure: Failure;
}

/** The user's targets, found by KPI, member and days: `2024-Q1`, `2024-T1` and `T` are one period when they coincide. */
export class TargetBook {
  readonly refused: readonly RefusedTarget[];
  private readonly byOwner = new Map<string, DatedTarget[]>();
  private readonly codes = new Map<string, Set<number>>();

  constructor(targets: readonly Target[], resolver: Resolver) {
    const refused: RefusedTarget[] = [];
    targets.forEach((target, index) => {
      const owner = readTarget(target, resolver);
      if (!owner.ok) {
        refused.push({ index, failure: owner.failure });
        return;
      }
      const { kpi, slice } = owner.value;
      const dated = this.of(kpi, slice).filter(({ range }) => !sameDays(range, slice.range));
      this.byOwner.set(ownerOf(kpi, slice), [...dated, { range: slice.range, value: target.value }]);
      for (const { dimension, code } of restrictionsOf(slice)) {
        const key = `${kpi.id} ${dimension}`;
        this.codes.set(key, (this.codes.get(key) ?? new Set()).add(code));
      }
    });
    this.refused = refused;
  }

  /** The members of a dimension that have a target of the KPI in some period. */
  membersOf({ id }: KpiDefinition, dimension: DimensionId): ReadonlySet<number> {
    return this.codes.get(`${id} ${dimension}`) ?? NOBODY;
  }

  /** The days on which targets of this KPI and these members begin, in any period. */
  startsOf(kpi: KpiDefinition, slice: Slice): readonly number[] {
    return this.of(kpi, slice).flatMap(({ range: { from } }) => (from === undefined ? [] : [from]));
  }

  private of(kpi: KpiDefinition, slice: Slice): readonly DatedTarget[] {
    return this.byOwner.get(ownerOf(kpi, slice)) ?? [];
  }

  /**
   * The target of exactly this member and period (the last of the list, if several). Where there is none for the
   * period and the KPI adds up over time, the sum of targets whose periods cover it day by day without overlap.
   */
  find(kpi: KpiDefinition, slice: Slice): number | undefined {
    if (slice.empty) return undefined;
    const dated = this.of(kpi, slice);
    const exact = dated.find(({ range }) => sameDays(range, slice.range));
    if (exact) return exact.value;
    const { from, to } = slice.range;
    if (!addsOverTime(kpi) || from === undefined || to === undefined) return undefined;
    return sumCovering(dated, from, to);
  }

  /**
   * The targets of shorter periods that cover a period day by day, the shortest where several would; empty where none
   * do, or where the KPI does not add up over time.
   */
  shorter(kpi: KpiDefinition, slice: Slice, { from, to }: Unit): readonly DatedTarget[] {
    if (slice.empty || !addsOverTime(kpi)) return [];
    const inside = this.of(kpi, slice).filter(({ range }) => !sameDays(range, { from, to }));
    return covering(inside, from, to, (a, b) => a - b) ?? [];
  }
}

const NOBODY: ReadonlySet<number> = new Set();

const ownerOf = ({ id }: KpiDefinition, { mask, members }: Slice): string =>
  `${id} ${mask} ${members.join()}`;

const sameDays = (a: DayRange, b: DayRange): boolean => a.from === b.from && a.to === b.to;

/** Longest periods first: a year of two semesters is not looked for month by month. */
const sumCovering = (dated: readonly DatedTarget[], from: number, to: number): number | undefined =>
  covering(dated, from, to, (a, b) => b - a)?.reduce((sum, { value }) => sum + value, 0);

/** Targets that follow one another from the first day to the last, tried in the order of their last days. */
function covering(
  dated: readonly DatedTarget[],
  from: number,
  to: number,
  order: (a: number, b: number) => number,
): readonly DatedTarget[] | undefined {
  if (from > to) return [];
  const next = dated
    .filter(({ range }) => range.from === from && range.to !== undefined && range.to <= to)
    .sort((a, b) => order(a.range.to!, b.range.to!));
  for (const one of next) {
    const rest = covering(dated, one.range.to! + 1, to, order);
    if (rest !== undefined) return [one, ...rest];
  }
  return undefined;
}

function readTarget(target: Target, resolver: Resolver): Result<{ kpi: KpiDefinition; slice: Slice }> {
  const { kpi, dimension, member, period, value } = target;
  if (!Number.isFinite(value)) return failed("target-invalid", { reason: "value" });
  const question = resolver.question({ kpi, axis: dimension, member, period, filters: [] });
  if (!question.ok) return question;
  const restricted = question.value.filters.length > 0;
  if (restricted !== (dimension.trim() !== ""))
    return { ok: false, failure: failure("target-invalid", { reason: "member" }) };
  return success(question.value);
}
