import { FailureError, failed, failure, type Result, success } from "../../sales/failure";
import type { Provenance, SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import type { Calculation, KpiDefinition } from "../definition";
import { periodName } from "../periodName";
import { axesOf, type KpiRegistry } from "../registry";
import type { KpiSettings } from "../settings";
import type {
  AgeingQuery,
  Answer,
  AnswersTo,
  AnswerTo,
  DirectSource,
  ExplainedTerm,
  Explanation,
  KpiRequest,
  MemberAnswer,
  Pivot,
  PivotQuery,
  Query,
  SpillTable,
  TopCustomersQuery,
} from "../source";
import type { Compared, Reasons } from "../why/reasons";
import { Aspects } from "./aspects";
import { Details } from "./detail";
import { DueShares } from "./dueShares";
import { Listing } from "./listing";
import { Members } from "./members";
import { pivotOf } from "./pivot";
import { presentMembers } from "./presentMembers";
import { ageing, topCustomers } from "./reports";
import { Resolver } from "./resolver";
import type { Slice } from "./slice";
import { Tallies } from "./tallies";
import { type RefusedTarget, TargetBook } from "./targetBook";
import { Values } from "./values";
import { Why } from "./why";

/** KpiSource's questions, answered at once. See `source.ts` for what each means; failures as in `resolver.ts`. */
export class KpiCalculator implements DirectSource {
  readonly provenance: Provenance;
  readonly kpis: KpiRegistry;
  private readonly directories: Members;
  private readonly tallies: Tallies;
  private readonly values: Values;
  private readonly resolver: Resolver;
  private readonly targetBook: TargetBook;
  private readonly aspects: Aspects;
  private readonly listing: Listing;
  private readonly reasons: Why;
  private readonly details: Details;

  constructor(
    data: SalesData,
    targets: readonly Target[],
    private readonly settings: KpiSettings,
    registry: KpiRegistry,
  ) {
    this.provenance = data.provenance;
    this.kpis = registry.over(data.provenance);
    this.directories = new Members(data);
    this.tallies = new Tallies(data, this.directories, settings);
    this.values = new Values(this.tallies);
    this.resolver = new Resolver(data, this.directories, this.kpis, settings);
    this.targetBook = new TargetBook(targets, this.resolver);
    const { dataDate } = data.provenance;
    const dueShares = new DueShares(this.values, this.targetBook, settings, dataDate);
    this.aspects = new Aspects(this.values, this.targetBook, dueShares, settings, dataDate);
    this.listing = new Listing({
      values: this.values,
      tallies: this.tallies,
      directories: this.directories,
      targets: this.targetBook,
      aspects: this.aspects,
      fiscalFirstMonth: settings.fiscalFirstMonth,
      dataDate,
    });
    this.reasons = new Why(this.values, this.directories, this.aspects, dataDate);
    this.details = new Details(this.tallies, this.directories);
  }

  /** The targets that could not be read, with their place in the list given. */
  get refusedTargets(): readonly RefusedTarget[] {
    return this.targetBook.refused;
  }

  answer<const R extends readonly KpiRequest[]>(requests: R): AnswersTo<R> {
    return requests.map((request) => this.answerGuarded(request)) as unknown as AnswersTo<R>;
  }

  /** One request that goes wrong strands no other of its batch. */
  private answerGuarded(request: KpiRequest): AnswerTo<KpiRequest> {
    try {
      return this.answerOne(request);
    } catch (error) {
      return { ok: false, failure: error instanceof FailureError ? error.failure : failure("internal") };
    }
  }

  private answerOne(request: KpiRequest): AnswerTo<KpiRequest> {
    switch (request.ask) {
      case "total":
        return this.total(request.query);
      case "list":
        return this.list(request.query);
      case "pivot":
        return this.pivot(request.query);
      case "topCustomers":
        return this.topCustomers(request.query, request.count);
      case "ageing":
        return this.ageing(request.query);
      case "detail":
        return this.detail(request.query, request.limit);
      case "explain":
        return this.explain(request.query);
      case "why":
        return this.why(request.query, request.compared);
      case "members":
        return this.members(request.axis);
      case "periodName":
        return periodName(request.date, request.grain, this.resolver.context);
    }
  }

  total(query: Query): Result<Answer> {
    const question = this.resolver.question(query);
    if (!question.ok) return question;
    const { kpi, slice } = question.value;
    return success(this.aspects.answer(query.aspect ?? "value", kpi, slice));
  }

  list(query: Query): Result<readonly MemberAnswer[]> {
    const question = this.resolver.question(query);
    if (!question.ok) return question;
    const { kpi, axis, slice } = question.value;
    if (!axis) return axisMissing(kpi);
    const { aspect = "value" } = query;
    return success(
      this.listing.listFor(aspect, kpi, axis, slice).map(({ member, slice: own, value }) => ({
        axis,
        member,
        answer: aspect === "value" ? value : this.aspects.answer(aspect, kpi, own),
      })),
    );
  }

  pivot({ kpi, rows, columns, period, filters }: PivotQuery): Result<Pivot> {
    const question = this.resolver.question({ kpi, axis: rows, period, filters });
    if (!question.ok) return question;
    const across = this.resolver.axis(columns, question.value.kpi);
    if (!across.ok) return across;
    const { axis: down, slice } = question.value;
    if (!down) return axisMissing(question.value.kpi);
    return success(pivotOf(this.values, this.listing, question.value.kpi, down, across.value, slice));
  }

  topCustomers(query: TopCustomersQuery, count: number): Result<SpillTable> {
    if (!Number.isInteger(count) || count < 1)
      return failed("argument-invalid", { argument: "n", value: String(count) });
    const question = this.resolver.question({ ...query, kpi: "CA", axis: "client" });
    if (!question.ok) return question;
    return success(topCustomers(this.values, this.listing, question.value.kpi, question.value.slice, count));
  }

  ageing(query: AgeingQuery): Result<SpillTable> {
    const question = this.resolver.question({ ...query, kpi: "ENCOURS" });
    if (!question.ok) return question;
    const { kpi, slice, axis } = question.value;
    return success(ageing(this.values, this.listing, kpi, slice, axis));
  }

  detail(query: Query, limit: number): Result<SpillTable> {
    const question = this.resolver.question(query);
    if (!question.ok) return question;
    return success(this.details.table(question.value.kpi, question.value.slice, limit));
  }

  explain(query: Query): Result<Explanation> {
    const question = this.resolver.question(query);
    if (!question.ok) return question;
    const { kpi, slice, filters } = question.value;
    const outlook = this.aspects.outlook(kpi, slice);
    return success({
      kpi: kpi.id,
      period: slice.range,
      filters,
      rowCount: this.details.rowCount(kpi, slice),
      dataDate: this.provenance.dataDate,
      answer: this.aspects.answer(query.aspect ?? "value", kpi, slice),
      ...(kpi.value.kind === "calculation" && { terms: this.terms(kpi.value, slice) }),
      ...(outlook && { outlook }),
    });
  }

  private terms({ terms }: Calculation, slice: Slice): readonly ExplainedTerm[] {
    return terms.map((term) => ({
      kpi: term.kpi,
      filters: term.filters,
      value: this.values.cell(term, slice),
      rowCount: this.details.rowCount(term, slice),
    }));
  }

  why(query: Query, compared?: Compared): Result<Reasons> {
    const question = this.resolver.question(query);
    if (!question.ok) return question;
    const { kpi, slice, filters } = question.value;
    return this.reasons.reasons(kpi, slice, filters, compared);
  }

  members(axis: string): Result<readonly string[]> {
    const found = this.resolver.axis(axis);
    if (!found.ok) return found;
    return success(
      presentMembers(
        this.kpis.all,
        found.value,
        this.tallies,
        this.directories,
        this.settings.fiscalFirstMonth,
      ),
    );
  }
}

/** A list or pivot needs an axis. */
const axisMissing = (kpi: KpiDefinition) =>
  failed("dimension-unknown", { dimension: "", possible: axesOf(kpi) });
