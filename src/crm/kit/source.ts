import type { TableName } from "../../sales/schema";
import type { Connection } from "../connector";
import { type Changes, changeFeed } from "./changeFeed";
import type { Content, Granted } from "./contents";
import { aggregatesOf, estimateOf, type Measures } from "./measures";
import { type PartReading, TableReadings } from "./tableReading";

/** One CRM as one person reads it: all that is its own. `Since` is an earlier refresh's moment, as it asks with it. */
export interface Source<C extends Content, Since> {
  /** Named in failures. */
  readonly label: string;
  /** A connection's own words about itself; `lacks` beside those of `granted`. */
  readonly about: Pick<Connection, "dataDate" | "user" | "lacks" | "notes" | "invoicingDates" | "currencies">;
  readonly granted: Granted<C>;
  /** The reading of a whole content. */
  readingOf(content: C, signal: AbortSignal): PartReading;
  readonly changes?: Changes<C, Since> | undefined;
  readonly measures?: Measures<C> | undefined;
  /** A refresh begins: what many rows need is asked anew. */
  begin?(): void;
  close?(): Promise<void>;
}

/** Every refresh begins with this table. */
const FIRST_TABLE: TableName = "salespeople";

/** A connection to a CRM whose tables are read part by part. */
export function connectionTo<C extends Content, Since>(source: Source<C, Since>): Connection {
  const { label, about, granted, changes, measures } = source;
  const readingOf = (content: C, signal: AbortSignal) => source.readingOf(content, signal);
  const begin = (table: TableName) => {
    if (table === FIRST_TABLE) source.begin?.();
  };
  const tables = new TableReadings(label);
  return {
    ...about,
    tables: granted.tables,
    lacks: [...granted.lacks, ...(about.lacks ?? [])],
    async listPage(table, cursor, signal) {
      if (cursor === undefined) begin(table);
      const parts = granted.of(table).map((content) => readingOf(content, signal));
      return tables.page(table, cursor, parts);
    },
    ...(changes && { changes: changeFeed({ label, granted, changes, readingOf, begin }) }),
    ...(measures && {
      aggregates: (signal) => aggregatesOf(granted, measures, readingOf, signal),
      estimate: (signal) => estimateOf(granted, measures, readingOf, signal),
    }),
    close: async () => source.close?.(),
  };
}
