import type { EpochDay } from "../../sales/calendar";
import type { KpiDefinition } from "../definition";
import { elapsedPart, elapsedShare, yearBefore } from "../elapsed";
import type { KpiSettings } from "../settings";
import type { Answer, Aspect } from "../source";
import { tierOf } from "../tier";
import type { Scope } from "./scope";
import type { TargetBook } from "./targetBook";
import type { Values } from "./values";

/** Everything that can be said of a KPI within a scope, beside its value. */
export class Aspects {
  private readonly answers: Readonly<Record<Aspect, (kpi: KpiDefinition, scope: Scope) => Answer>> = {
    value: (kpi, scope) => this.values.cell(kpi, scope),
    target: (kpi, scope) => this.targets.find(kpi, scope) ?? null,
    attainment: (kpi, scope) => this.attainment(kpi, scope),
    evolution: (kpi, scope) => this.evolution(kpi, scope),
    projection: (kpi, scope) => this.projection(kpi, scope),
    tier: (kpi, scope) => this.tier(kpi, scope),
  };

  constructor(
    private readonly values: Values,
    private readonly targets: TargetBook,
    private readonly settings: KpiSettings,
    private readonly dataDate: EpochDay,
  ) {}

  answer(aspect: Aspect, kpi: KpiDefinition, scope: Scope): Answer {
    return this.answers[aspect](kpi, scope);
  }

  /** The share of the target due by now: by elapsed days for flows, all of it for stocks and ratios. */
  private dueShare(kpi: KpiDefinition, scope: Scope): number {
    return kpi.flow ? elapsedShare(scope.range, this.dataDate) : 1;
  }

  private attainment(kpi: KpiDefinition, scope: Scope): number | null {
    const target = this.targets.find(kpi, scope);
    const value = this.values.cell(kpi, scope);
    const due = (target ?? 0) * this.dueShare(kpi, scope);
    return value === null || due === 0 ? null : value / due;
  }

  /**
   * Change on the same days a year before, as a share of that year's size. Of a flow's period in progress only
   * the elapsed days are compared; a period that has not begun, or an open one, has no evolution.
   */
  private evolution(kpi: KpiDefinition, scope: Scope): number | null {
    const { from, to } = scope.range;
    if (from === undefined || to === undefined) return null;
    if (kpi.flow && from > this.dataDate) return null;
    const compared =
      kpi.value.kind === "ratio" || kpi.flow ? elapsedPart({ from, to }, this.dataDate) : { from, to };
    const now = this.values.cell(kpi, { ...scope, range: compared });
    const before = this.values.cell(kpi, { ...scope, range: yearBefore(compared) });
    return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
  }

  /** A flow goes on at its pace of the elapsed days; a stock or a ratio stays as it is. Null before the first day. */
  private projection(kpi: KpiDefinition, scope: Scope): number | null {
    const value = this.values.cell(kpi, scope);
    const share = this.dueShare(kpi, scope);
    return value === null || share === 0 ? null : value / share;
  }

  private tier(kpi: KpiDefinition, scope: Scope): Answer {
    const value = this.values.cell(kpi, scope);
    if (value === null) return null;
    const standing = {
      value,
      target: this.targets.find(kpi, scope),
      dueShare: this.dueShare(kpi, scope),
      projection: this.projection(kpi, scope),
    };
    return tierOf(kpi, standing, this.settings.thresholds[kpi.id]);
  }
}
