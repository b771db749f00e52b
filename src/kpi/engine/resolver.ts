import { type Failure, failed, failure, type Result, success } from "../../sales/failure";
import { fold } from "../../sales/fold";
import type { Lack } from "../../sales/lack";
import type { SalesData } from "../../sales/tables";
import type { AxisId, DimensionId, GrainId, KpiDefinition } from "../definition";
import { isGrain, parseAxis } from "../dimensions";
import { isUnitOf, unitLabel } from "../grain";
import { lacksByKpi } from "../lacks";
import { type PeriodContext, parsePeriod } from "../period";
import { axesOf, type KpiRegistry } from "../registry";
import type { KpiSettings } from "../settings";
import type { DayRange, Filter, Query } from "../source";
import type { Members } from "./members";
import { narrow, type Slice, wholeSlice, within } from "./slice";

/** Words for "all members together", folded, unless a member bears exactly that name. Nobody else knows them. */
const ALL_MEMBERS = new Set(["*", "tous", "toutes", "tout", "all", "(tous)", "(toutes)", "(tout)", "(all)"]);

const meansAll = (member: string): boolean => ALL_MEMBERS.has(fold(member));

/** A question with every name understood. */
export interface Question {
  readonly kpi: KpiDefinition;
  readonly axis: AxisId | undefined;
  readonly slice: Slice;
  /** Every restriction in words, as people read them. */
  readonly filters: readonly { readonly axis: AxisId; readonly member: string }[];
}

type Restricted = Pick<Question, "slice" | "filters">;

type Restriction =
  | { readonly kind: "none" }
  | {
      readonly kind: "member";
      readonly dimension: DimensionId;
      readonly code: number;
      readonly label: string;
    }
  | { readonly kind: "unit"; readonly range: DayRange; readonly label: string };

const NO_RESTRICTION: Result<Restriction> = success({ kind: "none" });

/** Turns the words of a query into codes and days. Each word is understood once. */
export class Resolver {
  readonly context: PeriodContext;
  private readonly periods = new Map<string | number | undefined, Result<DayRange>>();
  private readonly axes = new Map<KpiDefinition | undefined, Map<string, Result<AxisId>>>();
  private readonly kpis = new Map<string, KpiDefinition>();
  private readonly lacks: ReadonlyMap<string, Lack>;
  private readonly members = new Map<AxisId, Map<string, Result<Restriction>>>();

  constructor(
    data: SalesData,
    private readonly directories: Members,
    private readonly registry: KpiRegistry,
    { fiscalFirstMonth }: KpiSettings,
  ) {
    this.context = { dataDate: data.provenance.dataDate, fiscalFirstMonth };
    this.lacks = lacksByKpi(data.provenance.lacks ?? [], registry);
  }

  /** Fails with `kpi-unknown`, `kpi-unavailable`, `calculation-member-unknown`, `dimension-unknown`, `dimension-not-available`, `period-syntax` or `member-unknown`. */
  question(query: Query): Result<Question> {
    const kpi = this.kpi(query.kpi);
    if (!kpi.ok) return kpi;
    const axis =
      query.axis === undefined || query.axis.trim() === ""
        ? success(undefined)
        : this.restrictingAxis(query.axis, query.member ?? "", kpi.value);
    if (!axis.ok) return axis;
    const range = this.period(query.period);
    if (!range.ok) return range;
    const whole: Restricted = { slice: wholeSlice(range.value), filters: [] };
    const own = axis.value ? this.restrict(whole, axis.value, query.member ?? "") : success(whole);
    const restricted = this.restrictAll(own, kpi.value, query.filters);
    if (!restricted.ok) return restricted;
    const { slice, filters } = restricted.value;
    return success({ kpi: kpi.value, axis: axis.value, slice, filters });
  }

  kpi(name: string): Result<KpiDefinition> {
    const known = this.kpis.get(name);
    if (known) return success(known);
    const found = this.registry.find(name);
    if (!found.ok) return found;
    const lack = this.lacks.get(found.value.id);
    if (lack) return failed("kpi-unavailable", { kpi: found.value.id, whyFr: lack.fr, whyEn: lack.en });
    const stranger = this.unknownMember(found.value);
    if (stranger) return { ok: false, failure: stranger };
    this.kpis.set(name, found.value);
    return found;
  }

  /** The first member that a calculation names and the data does not have. */
  private unknownMember({ value }: KpiDefinition): Failure | undefined {
    if (value.kind !== "calculation") return undefined;
    for (const { axis, members } of value.terms.flatMap(({ filters }) => filters)) {
      const directory = this.directories.directory(axis);
      const member = members.find((name) => directory.find(name) === undefined);
      if (member === undefined) continue;
      const near = directory.nearest(member);
      const place = value.text.indexOf(member);
      return failure("calculation-member-unknown", {
        dimension: axis,
        member,
        ...(place >= 0 && { position: place + 1 }),
        ...(near !== undefined && { nearest: near }),
      });
    }
    return undefined;
  }

  /** The axis a word means; fails when the KPI has no such axis. */
  axis(name: string, kpi?: KpiDefinition): Result<AxisId> {
    let known = this.axes.get(kpi);
    if (!known) {
      known = new Map();
      this.axes.set(kpi, known);
    }
    let axis = known.get(name);
    if (!axis) {
      axis = axisNamed(name, kpi);
      if (axis.ok) known.set(name, axis);
    }
    return axis;
  }

  period(period: string | number | undefined): Result<DayRange> {
    let range = this.periods.get(period);
    if (!range) {
      range = parsePeriod(period, this.context);
      this.periods.set(period, range);
    }
    return range;
  }

  private restrictAll(
    own: Result<Restricted>,
    kpi: KpiDefinition,
    filters: readonly Filter[],
  ): Result<Restricted> {
    let restricted = own;
    for (const { axis: name, member } of filters) {
      if (!restricted.ok) return restricted;
      if (name.trim() === "" && member.trim() === "") continue;
      const axis = this.restrictingAxis(name, member, kpi);
      if (!axis.ok) return axis;
      if (axis.value) restricted = this.restrict(restricted.value, axis.value, member);
    }
    return restricted;
  }

  /** The axis to restrict; undefined where a KPI without that axis is asked for all of its members. */
  private restrictingAxis(name: string, member: string, kpi: KpiDefinition): Result<AxisId | undefined> {
    const axis = this.axis(name, kpi);
    const isHarmless = !axis.ok && axis.failure.code === "dimension-not-available" && meansAll(member);
    return isHarmless ? success(undefined) : axis;
  }

  private restrict({ slice, filters }: Restricted, axis: AxisId, member: string): Result<Restricted> {
    const restriction = this.restriction(axis, member);
    if (!restriction.ok) return restriction;
    const { value } = restriction;
    if (value.kind === "none") return success({ slice, filters });
    return success({
      slice:
        value.kind === "member" ? narrow(slice, value.dimension, value.code) : within(slice, value.range),
      filters: [...filters, { axis, member: value.label }],
    });
  }

  private restriction(axis: AxisId, member: string): Result<Restriction> {
    if (member === "") return NO_RESTRICTION;
    let known = this.members.get(axis);
    if (!known) {
      known = new Map();
      this.members.set(axis, known);
    }
    let restriction = known.get(member);
    if (!restriction) {
      restriction = isGrain(axis) ? this.unit(axis, member) : this.member(axis, member.trim());
      known.set(member, restriction);
    }
    return restriction;
  }

  private member(dimension: DimensionId, text: string): Result<Restriction> {
    const directory = this.directories.directory(dimension);
    if (text === "" || (meansAll(text) && !directory.hasExactly(text))) return NO_RESTRICTION;
    const code = directory.find(text);
    if (code !== undefined)
      return success({ kind: "member", dimension, code, label: directory.labels[code]! });
    const near = directory.nearest(text);
    return failed("member-unknown", {
      dimension,
      member: text,
      ...(near !== undefined && { nearest: near }),
    });
  }

  /** A member of a time grain is a period that is one such unit: `2024-03` of `mois`. */
  private unit(grain: GrainId, text: string): Result<Restriction> {
    if (meansAll(text)) return NO_RESTRICTION;
    const period = this.period(text);
    if (!period.ok) return period;
    const { from, to } = period.value;
    if (from === undefined || to === undefined) return NO_RESTRICTION;
    const { fiscalFirstMonth } = this.context;
    const label = unitLabel(grain, from, fiscalFirstMonth);
    if (isUnitOf(grain, { from, to }, fiscalFirstMonth))
      return success({ kind: "unit", range: { from, to }, label });
    return failed("member-unknown", { dimension: grain, member: text, nearest: label });
  }
}

function axisNamed(name: string, kpi: KpiDefinition | undefined): Result<AxisId> {
  const possible = kpi && axesOf(kpi);
  const axis = parseAxis(name, possible);
  if (!kpi || !axis.ok || !possible || possible.includes(axis.value)) return axis;
  return failed("dimension-not-available", { kpi: kpi.id, dimension: name, possible });
}
