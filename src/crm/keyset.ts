import { z } from "zod";
import { FailureError, failure } from "../sales/failure";
import type { RawRow } from "../sales/rawRow";
import type { Page } from "./page";
import { type Identified, identified, type Rows } from "./records";

/** One kind of record that fills a table, or fills it in part, and how the CRM is asked for it. */
export interface KeysetPart {
  /** Records with an id beyond `after`, lowest first: one page. */
  page(after: number): Promise<readonly unknown[]>;
  /** Whether nothing follows this page. */
  isLast(records: readonly unknown[]): boolean;
  /**
   * Asked once nothing follows: records that came behind the reader's back. Throws `source-changed` when served ones
   * are no more and what was read would be neither the old nor the new state.
   */
  late(served: ReadonlySet<number>): Promise<readonly unknown[]>;
  rows(records: readonly Identified[]): Promise<Rows>;
  /** Rows that no record stands for, after the last page: the member for orders that name nobody. */
  readonly extra?: readonly RawRow[];
}

/** What a reading is about, for failures. */
export interface ReadingAbout {
  readonly source: string;
  readonly table: string;
}

/**
 * The parts of one table, page by page in the order of ids. Each page begins after the last id of the one before, so
 * that a record that comes or goes meanwhile shifts no other; a record that two pages give is taken once.
 */
export class KeysetPages {
  private readonly served: Set<number>[] = [];

  constructor(private readonly about: ReadingAbout) {}

  /** One page. `parts` are the same at each call, but for the signal they ask with. */
  async page(cursor: string | undefined, parts: readonly KeysetPart[]): Promise<Page> {
    const { at, after } = CURSOR.parse(cursor ?? "0:0");
    const part = parts[at];
    if (!part) return { rows: [] };
    const records = await part.page(after);
    const fresh = this.fresh(at, records);
    const last = part.isLast(records);
    const late = last ? this.fresh(at, await part.late(this.servedBy(at))) : [];
    const { rows, rejected } = await part.rows([...fresh, ...late]);
    // A page without a new record leaves the cursor where it was; a refresh ends at a cursor that comes back.
    const next = last ? { at: at + 1, after: 0 } : { at, after: lastId(fresh, after) };
    return {
      rows: [...rows, ...(last ? (part.extra ?? []) : [])],
      ...(rejected && rejected.length > 0 && { rejected }),
      ...(next.at < parts.length && { next: `${next.at}:${next.after}` }),
    };
  }

  private servedBy(at: number): Set<number> {
    const served = this.served[at] ?? new Set();
    this.served[at] = served;
    return served;
  }

  private fresh(at: number, records: readonly unknown[]): Identified[] {
    const all = identified(records);
    if (!all) throw new FailureError(failure("source-invalid-answer", { ...this.about }));
    const served = this.servedBy(at);
    return all.filter(({ id }) => {
      const isNew = !served.has(id);
      served.add(id);
      return isNew;
    });
  }
}

const lastId = (records: readonly Identified[], after: number): number =>
  records.reduce((last, { id }) => Math.max(last, id), after);

const CURSOR = z
  .string()
  .regex(/^\d+:\d+$/)
  .transform((text) => {
    const [at = "0", after = "0"] = text.split(":");
    return { at: Number(at), after: Number(after) };
  });
