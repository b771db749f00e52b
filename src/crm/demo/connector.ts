import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import type { Connection, Connector } from "../connector";
import { type Fetch, getJson, type HttpSource } from "../http";
import { dataDateOption, parseOptions } from "../options";
import type { Page } from "../page";
import { demoCrm, MOST_LINES, USUAL_LINES } from "./crm";
import { demoServer } from "./server";

const LABEL = { fr: "Démonstration Clim'Azur", en: "Clim'Azur demo" };
const PAGE_SIZE = 5_000;
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
export function demoConnector(
  serve: (size: { dataDate: number; lines: number; seed: number }) => Fetch = (size) =>
    demoServer(demoCrm(size)),
): Connector {
  return {
    declaration: { id: "demo", label: LABEL, fields: [], tables: TABLE_NAMES, lacks: [] },
    async connect(options) {
      const { pageSize, ...size } = parseOptions(OPTIONS, options);
      return new DemoConnection(size.dataDate, { fetch: serve(size), label: LABEL.fr }, pageSize);
    },
  };
}

class DemoConnection implements Connection {
  constructor(
    readonly dataDate: number,
    private readonly source: HttpSource,
    private readonly pageSize: number,
  ) {}

  async listPage(table: TableName, cursor: string | undefined, signal: AbortSignal): Promise<Page> {
    const query = new URLSearchParams({
      page_size: String(this.pageSize),
      ...(cursor !== undefined && { cursor }),
    });
    const page = await this.get(`/api/${table}?${query}`, ROW_PAGE, signal, table);
    const rows = page.data.map((values) => ({ values, origin: `${table} ${String(values.id)}` }));
    return { rows, total: page.total, ...(page.next_cursor !== undefined && { next: page.next_cursor }) };
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
