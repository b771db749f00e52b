import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import type { ChangeFeed } from "../changes";
import type { Connection, Connector } from "../connector";
import { type Fetch, getJson, type HttpSource } from "../http";
import { dataDateOption, parseOptions } from "../kit";
import type { Page } from "../page";
import { DEMO_TABLES, type DemoSize, demoCrm, MOST_LINES, USUAL_LINES } from "./crm";
import { dayText } from "./dayText";
import { demoServer } from "./server";

const LABEL = { fr: "Démonstration Clim'Azur", en: "Clim'Azur demo" };
const PAGE_SIZE = 5_000;
/** Yesterday's and today's, around midnight. */
const MOST_COMPANIES = 2;
/** Nothing is listening there: the embedded CRM answers through an injected fetch. */
const EMBEDDED = "http://demo.invalid";

const OPTIONS = z.object({
  dataDate: dataDateOption,
  lines: z.coerce.number().int().min(1).max(MOST_LINES).default(USUAL_LINES),
  seed: z.coerce.number().int().min(0).max(1_000_000).default(32),
  pageSize: z.coerce.number().int().min(1).max(10_000).default(PAGE_SIZE),
});

const ROW_PAGE = z.object({
  // Validation looks at every value of a row; here only its being a row matters.
  data: z.array(
    z.custom<Readonly<Record<string, unknown>>>((row) => typeof row === "object" && row !== null),
  ),
  total: z.number().int().nonnegative(),
  next_cursor: z.string().optional(),
});
const DELETED = z.object({ data: z.array(z.object({ id: z.string() })) });
const TARGETS = z.object({
  data: z.array(
    z.object({
      kpi: z.string(),
      dimension: z.string(),
      member: z.string(),
      period: z.string(),
      value: z.number(),
    }),
  ),
});

/**
 * The demo company's CRM, read over HTTP. `serve` makes the server of the wanted size; by default it is embedded.
 * Options: `dataDate` (YYYY-MM-DD), `lines`, `seed`, `pageSize`.
 */
export function demoConnector(serve: (size: DemoSize) => Fetch = sharedServer()): Connector {
  return {
    declaration: { id: "demo", label: LABEL, fields: [], tables: DEMO_TABLES, lacks: [] },
    async prepare(options) {
      const { pageSize: _, ...size } = parseOptions(OPTIONS, options);
      serve(size);
    },
    async connect(options) {
      const { pageSize, ...size } = parseOptions(OPTIONS, options);
      return new DemoConnection(size, { fetch: serve(size), label: LABEL.fr }, pageSize);
    },
  };
}

/** A company's server for everybody who asks for the same one, so that it is made once; the latest few are kept. */
function sharedServer(): (size: DemoSize) => Fetch {
  const made = new Map<string, Fetch>();
  return (size) => {
    const key = markOf(size);
    const server = made.get(key) ?? demoServer(demoCrm(size));
    made.delete(key);
    made.set(key, server);
    for (const oldest of [...made.keys()].slice(0, -MOST_COMPANIES)) made.delete(oldest);
    return server;
  };
}

/** The company of another day, size or seed is another company: there are no changes that lead from one to the other. */
const markOf = ({ dataDate, lines, seed }: DemoSize): string => [dayText(dataDate), lines, seed].join(":");

class DemoConnection implements Connection {
  readonly dataDate: number;
  readonly changes: ChangeFeed;

  constructor(
    size: DemoSize,
    private readonly source: HttpSource,
    private readonly pageSize: number,
  ) {
    this.dataDate = size.dataDate;
    const [day, mark] = [dayText(size.dataDate), markOf(size)];
    this.changes = {
      mark,
      list: async (table, since, cursor, signal) => {
        if (since !== mark) throw new FailureError(failure("source-changes-lost", { source: LABEL.fr }));
        const page = await this.page(table, { changed_since: day }, cursor, signal);
        // The deletions of a table are few: they come with its last page.
        return page.next === undefined ? { ...page, gone: await this.gone(table, day, signal) } : page;
      },
    };
  }

  async listPage(table: TableName, cursor: string | undefined, signal: AbortSignal): Promise<Page> {
    return this.page(table, {}, cursor, signal);
  }

  private async page(
    table: TableName,
    wanted: Readonly<Record<string, string>>,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<Page> {
    const query = new URLSearchParams({
      ...wanted,
      page_size: String(this.pageSize),
      ...(cursor !== undefined && { cursor }),
    });
    const page = await this.get(`/api/${table}?${query}`, ROW_PAGE, signal, table);
    const rows = page.data.map((values) => ({ values, origin: `${table} ${String(values.id)}` }));
    return { rows, total: page.total, ...(page.next_cursor !== undefined && { next: page.next_cursor }) };
  }

  private async gone(table: TableName, since: string, signal: AbortSignal): Promise<readonly string[]> {
    const { data } = await this.get(`/api/${table}/deleted?since=${since}`, DELETED, signal, table);
    return data.map(({ id }) => id);
  }

  async listTargets(signal: AbortSignal): Promise<readonly Target[]> {
    return (await this.get("/api/targets", TARGETS, signal, "targets")).data;
  }

  async close(): Promise<void> {}

  private async get<T>(path: string, shape: z.ZodType<T>, signal: AbortSignal, table: string): Promise<T> {
    const parsed = shape.safeParse(await getJson(EMBEDDED + path, this.source, signal));
    if (parsed.success) return parsed.data;
    throw new FailureError(failure("source-invalid-answer", { source: this.source.label, table }));
  }
}
