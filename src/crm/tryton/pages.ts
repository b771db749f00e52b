import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Page } from "../page";
import { LABEL } from "./client";
import type { Ask, Domain, Part } from "./part";
import { RECORD } from "./values";

/** How the pages ask: everything with the connection's own rights, for one table. */
export interface Questions extends Ask {
  /** Raw records of a domain by id, at most `limit`. */
  records(
    model: string,
    domain: Domain,
    fields: readonly string[],
    limit: number,
  ): Promise<readonly unknown[]>;
  ids(model: string, domain: Domain): Promise<readonly number[]>;
}

/** The parts of one table, read page by page in the order of ids. */
export class TablePages {
  private readonly served: Set<number>[];

  constructor(
    private readonly table: TableName,
    private readonly parts: readonly Part[],
    private readonly pageSize: number,
  ) {
    this.served = parts.map(() => new Set());
  }

  /**
   * One page. Each begins after the last id of the one before, so that a record that comes or goes meanwhile shifts
   * no other. At the end of a part the server counts again: records that came behind the reader's back are fetched,
   * records that went make the refresh fail with `source-changed`.
   */
  async page(cursor: string | undefined, ask: Questions): Promise<Page> {
    const { at, after } = CURSOR.parse(cursor ?? FIRST);
    const part = this.parts[at];
    const served = this.served[at];
    if (!part || !served) return { rows: [] };
    const total = cursor === undefined ? await this.total(ask) : undefined;
    const domain = part.domain(ask.company);
    const beyond = after === undefined ? domain : [...domain, ["id", ">", after]];
    const records = await ask.records(part.model, beyond, part.fields, this.pageSize);
    const last = records.length < this.pageSize;
    const fresh = this.unserved(records, served);
    const late = last ? await this.missed(part, domain, served, ask) : [];
    const { rows, rejected } = await part.rows([...fresh, ...late], ask);
    const extra = last && part.extra ? await part.extra(ask) : [];
    const next = last ? { at: at + 1 } : { at, after: lastId(fresh, after) };
    return {
      rows: [...rows, ...extra],
      ...(rejected && { rejected }),
      ...(total !== undefined && { total }),
      ...(next.at < this.parts.length && { next: `${next.at}:${next.after ?? ""}` }),
    };
  }

  private async total(ask: Questions): Promise<number> {
    const counts = this.parts.map((part) => ask.count(part.model, part.domain(ask.company)));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  /** A record without an id cannot be counted, fetched or told from another: no page may hold one. */
  private unserved(records: readonly unknown[], served: Set<number>): Identified[] {
    const parsed = z.array(RECORD).safeParse(records);
    if (!parsed.success) throw new FailureError(failure("source-invalid-answer", this.about));
    return parsed.data.filter(({ id }) => {
      const isNew = !served.has(id);
      served.add(id);
      return isNew;
    });
  }

  private async missed(
    part: Part,
    domain: Domain,
    served: Set<number>,
    ask: Questions,
  ): Promise<Identified[]> {
    if ((await ask.count(part.model, domain)) === served.size) return [];
    const present = new Set(await ask.ids(part.model, domain));
    for (const id of served)
      if (!present.has(id)) throw new FailureError(failure("source-changed", this.about));
    const missing = [...present].filter((id) => !served.has(id));
    const read: unknown[] = [];
    for (let from = 0; from < missing.length; from += this.pageSize) {
      const wanted = ["id", "in", missing.slice(from, from + this.pageSize)];
      read.push(...(await ask.records(part.model, [...domain, wanted], part.fields, this.pageSize)));
    }
    return this.unserved(read, served);
  }

  private get about() {
    return { source: LABEL.fr, table: this.table };
  }
}

type Identified = z.output<typeof RECORD>;

/** A page without a new record leaves the cursor where it was; a refresh ends at a cursor that comes back. */
const lastId = (records: readonly Identified[], after = 0): number =>
  records.reduce((last, { id }) => Math.max(last, id), after);

const FIRST = "0:";
const CURSOR = z
  .string()
  .regex(/^\d+:\d*$/)
  .transform((text) => {
    const [at = "0", after = ""] = text.split(":");
    return { at: Number(at), ...(after !== "" && { after: Number(after) }) };
  });
