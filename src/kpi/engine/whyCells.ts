import type { DimensionId, KpiDefinition } from "../definition";
import { yearBefore } from "../elapsed";
import type { Unit } from "../grain";
import { firstDay, lastDay, monthOfDay } from "../months";
import { type Cell, dispersionOf } from "../why/evidence";
import type { Members } from "./members";
import { remember } from "./remember";
import { narrow, type Slice } from "./slice";
import type { Values } from "./values";

const MONTHS_OF_CHANCE = 12;
/** Most members by which an axis' dispersion is told. */
const MOST_MEMBERS = 500;

/** A gap to take apart: the days compared, and what the base is of the year before. */
export interface Comparison {
  readonly kpi: KpiDefinition;
  readonly slice: Slice;
  readonly days: Unit;
  /** Factor on the year before's figures: 1, or target due ÷ that year. */
  readonly factor: number;
}

/** A part of the data, and its figures. */
export interface Candidate extends Cell {
  readonly slice: Slice;
  readonly place: readonly { readonly axis: DimensionId; readonly code: number }[];
  readonly dispersion: number;
}

/** Figures of members, now and compared, by the engine's groupings. */
export class WhyCells {
  private readonly before: Unit;
  private readonly dispersions = new Map<DimensionId, number>();

  constructor(
    private readonly values: Values,
    private readonly members: Members,
    readonly comparison: Comparison,
  ) {
    this.before = yearBefore(comparison.days, comparison.slice.inWeek);
  }

  cell(slice: Slice, kpi = this.comparison.kpi): Cell {
    const { days, factor } = this.comparison;
    return {
      now: this.values.cell(kpi, { ...slice, range: days }) ?? 0,
      base: factor * (this.values.cell(kpi, { ...slice, range: this.before }) ?? 0),
    };
  }

  /** The members of an axis that have a figure now or had one, within a slice. */
  along(
    axis: DimensionId,
    slice: Slice,
    kpi = this.comparison.kpi,
  ): readonly (Cell & { readonly code: number; readonly slice: Slice })[] {
    return this.members
      .directory(axis)
      .labels.map((_, code) => {
        const own = narrow(slice, axis, code);
        return { ...this.cell(own, kpi), code, slice: own };
      })
      .filter(({ now, base }) => now !== 0 || base !== 0);
  }

  /** The dispersion of an axis' members over the twelve months before, at least a mean row's amount. */
  dispersion(axis: DimensionId, kpi = this.comparison.kpi): number {
    return remember(this.dispersions, axis, () => this.dispersionAlong(axis, kpi));
  }

  private dispersionAlong(axis: DimensionId, kpi: KpiDefinition): number {
    const { slice, days } = this.comparison;
    const last = monthOfDay(days.from);
    const months = Array.from({ length: MONTHS_OF_CHANCE }, (_, back) => ({
      from: firstDay(last - 1 - back),
      to: lastDay(last - 1 - back),
    }));
    const figures = this.members
      .directory(axis)
      .labels.slice(0, MOST_MEMBERS)
      .map((_, code) => {
        const own = narrow(slice, axis, code);
        return months.map((range) => this.values.cell(kpi, { ...own, range }) ?? 0);
      });
    const rows = this.values.rowCount(kpi, { ...slice, range: days });
    const ofRow = rows === 0 ? 0 : Math.abs(this.values.cell(kpi, { ...slice, range: days }) ?? 0) / rows;
    return Math.max(ofRow, dispersionOf(figures));
  }
}
