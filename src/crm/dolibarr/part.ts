import type { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { identified, originIn, type Rows, readRecords } from "../records";

/** What is asked beside the records of a page. */
export interface Ask {
  /** The day of a moment in seconds since 1970, where the server is. */
  readonly dayOf: (second: number | undefined) => string | undefined;
  /** Everybody who has an account. */
  users(): Promise<ReadonlySet<number>>;
  /** Every third party that is a customer or a prospect. */
  customers(): Promise<ReadonlySet<number>>;
  /** Product → its family. */
  families(): Promise<ReadonlyMap<number, string>>;
  /** Departments (or states) of a country, by id. */
  states(country: number): Promise<ReadonlyMap<number, string>>;
  /** The first sales representative of a third party. */
  representative(thirdParty: number): Promise<number | undefined>;
}

/** One list of the API that fills a table. */
export interface Part {
  readonly resource: string;
  /** The column that holds the id: `t.rowid`, but for agenda events. */
  readonly idColumn: "t.rowid" | "t.id";
  /** Conditions of Dolibarr's `sqlfilters`, all of which hold. */
  readonly filters: readonly string[];
  /** The properties that are read: newer versions send no others. */
  readonly properties: readonly string[];
  /**
   * The condition for what may have changed since a moment of the database (`2026-11-23 11:00:00`); absent where no
   * date of change tells all: everything is then given again.
   */
  readonly changedSince?: (moment: string) => string;
  /** Rows name a customer only while he is one: they may change with him. */
  readonly namesCustomers?: true;
  readonly rows: (records: readonly unknown[], ask: Ask) => Promise<Rows>;
  /** The ids of the rows that a record makes. */
  readonly rowIds: (record: unknown) => readonly string[];
  readonly extra: readonly RawRow[];
}

interface PartSpec<Shape extends z.ZodRawShape, Look> {
  readonly resource: string;
  readonly idColumn?: Part["idColumn"];
  readonly filters?: readonly string[];
  readonly shape: z.ZodObject<Shape>;
  readonly changedSince?: Part["changedSince"];
  readonly namesCustomers?: true;
  readonly look: (records: readonly z.output<z.ZodObject<Shape>>[], ask: Ask) => Promise<Look>;
  /** The rows of one record: none, one, or one a line. */
  readonly rowsOf: (
    record: z.output<z.ZodObject<Shape>>,
    look: Look,
    ask: Ask,
  ) => readonly RawRow["values"][];
  readonly rowIds?: Part["rowIds"];
  readonly extra?: readonly RawRow[];
}

/** A part from its declaration. A record of another shape is set aside, the others of its page are kept. */
export function part<Shape extends z.ZodRawShape, Look>(spec: PartSpec<Shape, Look>): Part {
  const { resource, shape, idColumn = "t.rowid", filters = [], extra = [], changedSince } = spec;
  return {
    resource,
    idColumn,
    filters,
    extra,
    properties: Object.keys(shape.shape),
    ...(changedSince && { changedSince }),
    ...(spec.namesCustomers && { namesCustomers: true as const }),
    rowIds: spec.rowIds ?? ownId,
    async rows(records, ask) {
      if (records.length === 0) return { rows: [] };
      const { readable, rejected } = readRecords(records, shape, originIn(resource));
      const look = await spec.look(
        readable.map(({ record }) => record),
        ask,
      );
      const rows = readable.flatMap(({ record, origin }) =>
        spec.rowsOf(record, look, ask).map((values) => ({ values, origin })),
      );
      return { rows, rejected };
    },
  };
}

const ownId = (record: unknown): readonly string[] => {
  const found = identified([record]);
  return found ? found.map(({ id }) => String(id)) : [];
};

/** Changed by its own date of change. */
export const touchedSince = (moment: string): string => `(t.tms:>=:'${moment}')`;
