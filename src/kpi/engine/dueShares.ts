import type { EpochDay } from "../../sales/calendar";
import type { KpiDefinition } from "../definition";
import { elapsedShare } from "../elapsed";
import type { Unit } from "../grain";
import { addsOverTime } from "../measures";
import { type Course, courseOf, shareDue } from "../seasons/course";
import { ALL_DUE, type DueShare } from "../seasons/dueShare";
import { marginOf } from "../seasons/margin";
import { shareSince } from "../seasons/newcomer";
import type { Past } from "../seasons/past";
import type { KpiSettings } from "../settings";
import { remember } from "./remember";
import { restrictionsOf, type Slice } from "./slice";
import type { TargetBook } from "./targetBook";
import type { Values } from "./values";

/** The share of a target due by the data date: shorter targets, then seasons, weekdays, calendar days (semantics §6). */
export class DueShares {
  private readonly courses = new Map<string, Course>();

  constructor(
    private readonly values: Values,
    private readonly targets: TargetBook,
    private readonly settings: Pick<KpiSettings, "shares">,
    private readonly dataDate: EpochDay,
  ) {}

  /** All of it for stocks and ratios, and for a period that is over. */
  of(kpi: KpiDefinition, slice: Slice): DueShare {
    const { from, to } = slice.range;
    const { dataDate } = this;
    if (!kpi.flow || from === undefined || to === undefined || to <= dataDate || from > dataDate)
      return { ...ALL_DUE, share: kpi.flow ? elapsedShare(slice.range, dataDate) : 1 };
    const period = { from, to };
    return this.ofTargets(kpi, slice, period) ?? this.ofCourse(kpi, slice, period);
  }

  private ofTargets(kpi: KpiDefinition, slice: Slice, period: Unit): DueShare | undefined {
    const parts = this.targets.shorter(kpi, slice, period);
    const whole = parts.reduce((sum, { value }) => sum + value, 0);
    if (!(whole > 0)) return undefined;
    const due = parts.reduce(
      (sum, { range, value }) => sum + value * this.shareOf(kpi, slice, range as Unit),
      0,
    );
    return { share: due / whole, basis: "targets", years: 0 };
  }

  private shareOf(kpi: KpiDefinition, slice: Slice, period: Unit): number {
    return period.to <= this.dataDate ? 1 : this.ofCourse(kpi, slice, period).share;
  }

  private ofCourse(kpi: KpiDefinition, slice: Slice, period: Unit): DueShare {
    const { dataDate } = this;
    const course = this.course(kpi, period);
    const own = slice.mask === 0 ? course.whole : this.past(kpi, slice);
    const { basis, years } = course;
    const since = isOfProduct(slice) ? shareSince(course, own, dataDate) : undefined;
    if (since) return { ...since, basis, years: years.length };
    return {
      share: shareDue(course, own, dataDate),
      basis,
      years: years.length,
      margin: () => marginOf(course, own, dataDate),
    };
  }

  private course(kpi: KpiDefinition, period: Unit): Course {
    return remember(this.courses, `${kpi.id} ${period.from} ${period.to}`, () => {
      const whole = this.past(kpi, { range: period, mask: 0, members: [], empty: false });
      return courseOf(period, whole, addsOverTime(kpi), this.settings.shares);
    });
  }

  private past(kpi: KpiDefinition, slice: Slice): Past {
    return {
      value: (range) => this.values.cell(kpi, { ...slice, range }) ?? 0,
      rowCount: (range) => this.values.rowCount(kpi, { ...slice, range }),
    };
  }
}

const isOfProduct = (slice: Slice): boolean =>
  restrictionsOf(slice).some(({ dimension }) => dimension === "produit");
