import type { EpochDay } from "../../sales/calendar";
import type { KpiDefinition } from "../definition";
import { elapsedPart, yearBefore } from "../elapsed";
import { isStock } from "../measures";
import { ALL_DUE } from "../seasons/dueShare";
import type { KpiSettings } from "../settings";
import type { Answer, Aspect, Outlook } from "../source";
import { tierOf } from "../tier";
import type { DueShares } from "./dueShares";
import type { Slice } from "./slice";
import type { TargetBook } from "./targetBook";
import type { Values } from "./values";

const isYetToBegin = (kpi: KpiDefinition, { range }: Slice, dataDate: EpochDay): boolean =>
  kpi.flow && (range.from ?? dataDate) > dataDate;

/** Everything that can be said of a KPI within a slice, beside its value. */
export class Aspects {
  private readonly answers: Readonly<Record<Aspect, (kpi: KpiDefinition, slice: Slice) => Answer>> = {
    value: (kpi, slice) => this.values.cell(kpi, slice),
    target: (kpi, slice) => this.targets.find(kpi, slice) ?? null,
    due: (kpi, slice) => this.due(kpi, slice),
    attainment: (kpi, slice) => this.attainment(kpi, slice),
    evolution: (kpi, slice) => this.evolution(kpi, slice),
    projection: (kpi, slice) => this.projection(kpi, slice),
    tier: (kpi, slice) => this.tier(kpi, slice),
  };

  constructor(
    private readonly values: Values,
    private readonly targets: TargetBook,
    private readonly dueShares: DueShares,
    private readonly settings: KpiSettings,
    private readonly dataDate: EpochDay,
  ) {}

  answer(aspect: Aspect, kpi: KpiDefinition, slice: Slice): Answer {
    return this.answers[aspect](kpi, slice);
  }

  private due(kpi: KpiDefinition, slice: Slice): number | null {
    const target = this.targets.find(kpi, slice);
    return target === undefined ? null : target * this.dueShares.of(kpi, slice).share;
  }

  private attainment(kpi: KpiDefinition, slice: Slice): number | null {
    const value = this.values.cell(kpi, slice);
    const due = this.due(kpi, slice);
    return value === null || due === null || due === 0 ? null : value / due;
  }

  /**
   * Change on the same days a year before (weekdays, of a week), as a share of that year's size. Of a flow's period in progress only
   * the elapsed days are compared; a period that has not begun, or an open one, has no evolution.
   */
  private evolution(kpi: KpiDefinition, slice: Slice): number | null {
    const { from, to } = slice.range;
    if (from === undefined || to === undefined) return null;
    if (kpi.flow && from > this.dataDate) return null;
    const compared = isStock(kpi) ? { from, to } : elapsedPart({ from, to }, this.dataDate);
    const now = this.values.cell(kpi, { ...slice, range: compared });
    const before = this.values.cell(kpi, { ...slice, range: yearBefore(compared, slice.inWeek) });
    return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
  }

  /** A flow goes on as its share tells; a stock or a ratio stays as it is. Null before the first day. */
  private projection(kpi: KpiDefinition, slice: Slice): number | null {
    const value = this.values.cell(kpi, slice);
    const { share } = this.dueShares.of(kpi, slice);
    return value === null || share === 0 ? null : value / share;
  }

  /** Of a flow's period in progress; undefined for any other. */
  outlook(kpi: KpiDefinition, slice: Slice): Outlook | undefined {
    const { margin: marginOf, ...share } = this.dueShares.of(kpi, slice);
    if (share.basis === "none") return undefined;
    const margin = marginOf?.();
    const projection = this.projection(kpi, slice);
    return {
      ...share,
      due: this.due(kpi, slice),
      projection,
      ...(projection !== null &&
        margin !== undefined && { interval: [projection / (1 + margin), projection * (1 + margin)] }),
    };
  }

  private tier(kpi: KpiDefinition, slice: Slice): Answer {
    const value = this.values.cell(kpi, slice);
    if (value === null) return null;
    const target = this.targets.find(kpi, slice);
    const { share, margin } = target === undefined ? ALL_DUE : this.dueShares.of(kpi, slice);
    const standing = {
      value,
      target,
      dueShare: target === undefined && isYetToBegin(kpi, slice, this.dataDate) ? 0 : share,
      projection: target === undefined || share === 0 ? null : value / share,
      margin: margin?.(),
    };
    return tierOf(kpi, standing, this.settings.thresholds[kpi.id]);
  }
}
