import type { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { identified, originIn, type RowSpec, type RowsOf, rowsBy } from "../kit";

/** Choices by which one company is read otherwise than another. */
export interface Choices {
  /** Kinds of agenda events that are visits, by their id in Dolibarr's dictionary. */
  readonly visits: readonly number[];
  /** The salesperson of an order, an invoice or a deal: who entered it, or the customer's representative; else the other one. */
  readonly salesperson: "author" | "representative";
}

/** What is asked beside the records of a page. */
export interface Ask {
  /** The day of a moment in seconds since 1970, where the server is. */
  readonly dayOf: (second: number | undefined) => string | undefined;
  readonly choices: Choices;
  /** Everybody who has an account. */
  users(): Promise<ReadonlySet<number>>;
  /** Every third party. */
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
  readonly filters: (choices: Choices) => readonly string[];
  /** The properties that are read: newer versions send no others. */
  readonly properties: readonly string[];
  /**
   * The condition for what may have changed since a moment of the database (`2026-11-23 11:00:00`); absent where no
   * date of change tells all: everything is then given again.
   */
  readonly changedSince?: (moment: string) => string;
  /** Rows name a customer only while this person sees him: they may change with him. */
  readonly namesCustomers?: true;
  readonly rows: RowsOf<Ask>;
  /** The ids of the rows that a record makes. */
  readonly rowIds: (record: unknown) => readonly string[];
  readonly standIns: readonly RawRow[];
}

interface PartSpec<Shape extends z.ZodRawShape, Look>
  extends Pick<Part, "resource" | "changedSince" | "namesCustomers">,
    Partial<Pick<Part, "idColumn" | "filters" | "rowIds" | "standIns">>,
    RowSpec<z.output<z.ZodObject<Shape>>, Ask, Look> {
  readonly shape: z.ZodObject<Shape>;
}

/** A part from its declaration. */
export function part<Shape extends z.ZodRawShape, Look = undefined>(spec: PartSpec<Shape, Look>): Part {
  const { resource, shape, look, row, ...own } = spec;
  return {
    idColumn: "t.rowid",
    filters: () => [],
    rowIds: ownId,
    standIns: [],
    ...own,
    resource,
    properties: Object.keys(shape.shape),
    rows: rowsBy(shape, originIn(resource), spec),
  };
}

const ownId = (record: unknown): readonly string[] => {
  const found = identified([record]);
  return found ? found.map(({ id }) => String(id)) : [];
};

/**
 * Changed by its own date of change. Dolibarr 18 splits a filter at every colon, and databases read
 * `20261129193621` as the moment `2026-11-29 19:36:21`.
 */
export const touchedSince = (moment: string): string => `(t.tms:>=:'${plain(moment)}')`;

const plain = (moment: string): string => moment.replace(/\D/g, "");
