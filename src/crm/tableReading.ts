import { FailureError, failure } from "../sales/failure";
import type { RawRow } from "../sales/rawRow";
import type { TableName } from "../sales/schema";
import type { Page } from "./page";

/** A member that no record of the CRM stands for, such as « Sans commercial »: there when records need it. */
export interface ExtraMember {
  readonly id: string;
  readonly name: string;
  needed(signal: AbortSignal): Promise<boolean>;
}

/** One query of a CRM that fills a table, or fills it in part. Ids are the CRM's own, and those of the rows. */
export interface PartReading {
  /** Records beyond a place; `next` is the place after them, absent at the end. */
  page(
    place: string | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly records: readonly unknown[]; readonly next?: string }>;
  /** How many there are now; undefined when the CRM does not count so many. */
  count(signal: AbortSignal): Promise<number | undefined>;
  /** The ids there are now. */
  ids(signal: AbortSignal): Promise<readonly string[]>;
  /** The records of these ids that are still there. */
  byIds(ids: readonly string[], signal: AbortSignal): Promise<readonly unknown[]>;
  idOf(record: unknown): string | undefined;
  rows(records: readonly unknown[]): Pick<Page, "rows" | "rejected">;
  readonly extra?: ExtraMember;
}

/** The parts of one table read page by page: each record once, none missed, or a failure. */
export class TableReading {
  private readonly served: readonly Set<string>[];

  constructor(
    private readonly table: TableName,
    private readonly source: string,
    private readonly parts: readonly PartReading[],
  ) {
    this.served = parts.map(() => new Set());
  }

  /**
   * One page. At the end of a part the CRM counts again: records that came behind the reader's back are fetched,
   * records that went after they were read make the refresh fail with `source-changed`.
   */
  async page(cursor: string | undefined, signal: AbortSignal): Promise<Page> {
    const { at, place } = readCursor(cursor);
    const part = this.parts[at];
    const served = this.served[at];
    if (!part || !served) return { rows: [] };
    const total = cursor === undefined ? await this.total(signal) : undefined;
    const { records, next } = await part.page(place, signal);
    const fresh = this.unserved(part, records, served);
    // A source that repeats itself behind ever new cursors would be read without end.
    if (next !== undefined && fresh.length === 0)
      throw new FailureError(failure("source-invalid-answer", this.about));
    const late = next === undefined ? await this.missed(part, served, signal) : [];
    const { rows, rejected } = part.rows([...fresh, ...late]);
    const extra = next === undefined && (await part.extra?.needed(signal)) ? [rowOf(part.extra!)] : [];
    const after = next === undefined ? nextPart(at, this.parts.length) : writeCursor(at, next);
    return {
      rows: [...rows, ...extra],
      ...(rejected && { rejected }),
      ...(total !== undefined && { total }),
      ...(after !== undefined && { next: after }),
    };
  }

  private async total(signal: AbortSignal): Promise<number | undefined> {
    let total = 0;
    for (const part of this.parts) {
      const count = await part.count(signal);
      if (count === undefined) return undefined;
      total += count;
    }
    return total;
  }

  /** A record without an id cannot be counted, fetched or told from another: no page may hold one. */
  private unserved(part: PartReading, records: readonly unknown[], served: Set<string>): unknown[] {
    return records.filter((record) => {
      const id = part.idOf(record);
      if (id === undefined) throw new FailureError(failure("source-invalid-answer", this.about));
      const isNew = !served.has(id);
      served.add(id);
      return isNew;
    });
  }

  private async missed(part: PartReading, served: Set<string>, signal: AbortSignal): Promise<unknown[]> {
    if ((await part.count(signal)) === served.size) return [];
    const present = new Set(await part.ids(signal));
    for (const id of served)
      if (!present.has(id)) throw new FailureError(failure("source-changed", this.about));
    const missing = [...present].filter((id) => !served.has(id));
    return this.unserved(part, await part.byIds(missing, signal), served);
  }

  private get about() {
    return { source: this.source, table: this.table };
  }
}

export const rowOf = ({ id, name }: ExtraMember): RawRow => ({ values: { id, name }, origin: "–" });

/** `part:place`; the first of all is `0:`. */
export const writeCursor = (at: number, place = ""): string => `${at}:${place}`;

export const nextPart = (at: number, parts: number): string | undefined =>
  at + 1 < parts ? writeCursor(at + 1) : undefined;

export function readCursor(cursor = writeCursor(0)): { at: number; place: string | undefined } {
  const colon = cursor.indexOf(":");
  return { at: Number(cursor.slice(0, colon)), place: cursor.slice(colon + 1) || undefined };
}
