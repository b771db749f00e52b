import type { EpochDay } from "../../sales/calendar";
import type { KpiDefinition } from "../definition";
import { elapsedPart, elapsedShare, yearBefore } from "../elapsed";
import type { KpiSettings } from "../settings";
import type { Answer, Aspect } from "../source";
import { tierOf } from "../tier";
import type { Slice } from "./slice";
import type { TargetBook } from "./targetBook";
import type { Values } from "./values";

/** Everything that can be said of a KPI within a slice, beside its value. */
export class Aspects {
  private readonly answers: Readonly<Record<Aspect, (kpi: KpiDefinition, slice: Slice) => Answer>> = {
    value: (kpi, slice) => this.values.cell(kpi, slice),
    target: (kpi, slice) => this.targets.find(kpi, slice) ?? null,
    attainment: (kpi, slice) => this.attainment(kpi, slice),
    evolution: (kpi, slice) => this.evolution(kpi, slice),
    projection: (kpi, slice) => this.projection(kpi, slice),
    tier: (kpi, slice) => this.tier(kpi, slice),
  };

  constructor(
    private readonly values: Values,
    private readonly targets: TargetBook,
    private readonly settings: KpiSettings,
    private readonly dataDate: EpochDay,
  ) {}

  answer(aspect: Aspect, kpi: KpiDefinition, slice: Slice): Answer {
    return this.answers[aspect](kpi, slice);
  }

  /** The share of the target due by now: by elapsed days for flows, all of it for stocks and ratios. */
  private dueShare(kpi: KpiDefinition, slice: Slice): number {
    return kpi.flow ? elapsedShare(slice.range, this.dataDate) : 1;
  }

  private attainment(kpi: KpiDefinition, slice: Slice): number | null {
    const target = this.targets.find(kpi, slice);
    const value = this.values.cell(kpi, slice);
    const due = (target ?? 0) * this.dueShare(kpi, slice);
    return value === null || due === 0 ? null : value / due;
  }

  /**
   * Change on the same days a year before, as a share of that year's size. Of a flow's period in progress only
   * the elapsed days are compared; a period that has not begun, or an open one, has no evolution.
   */
  private evolution(kpi: KpiDefinition, slice: Slice): number | null {
    const { from, to } = slice.range;
    if (from === undefined || to === undefined) return null;
    if (kpi.flow && from > this.dataDate) return null;
    const compared =
      kpi.value.kind === "ratio" || kpi.flow ? elapsedPart({ from, to }, this.dataDate) : { from, to };
    const now = this.values.cell(kpi, { ...slice, range: compared });
    const before = this.values.cell(kpi, { ...slice, range: yearBefore(compared) });
    return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
  }

  /** A flow goes on at its pace of the elapsed days; a stock or a ratio stays as it is. Null before the first day. */
  private projection(kpi: KpiDefinition, slice: Slice): number | null {
    const value = this.values.cell(kpi, slice);
    const share = this.dueShare(kpi, slice);
    return value === null || share === 0 ? null : value / share;
  }

  private tier(kpi: KpiDefinition, slice: Slice): Answer {
    const value = this.values.cell(kpi, slice);
    if (value === null) return null;
    const standing = {
      value,
      target: this.targets.find(kpi, slice),
      dueShare: this.dueShare(kpi, slice),
      projection: this.projection(kpi, slice),
    };
    return tierOf(kpi, standing, this.settings.thresholds[kpi.id]);
  }
}
