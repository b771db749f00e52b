import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { RawRow } from "../../sales/rawRow";
import { type DayOfMoment, originIn, type RowSpec, type RowsOf, rowsBy, type Touch } from "../kit";

/** A search domain of Odoo: `[["state", "=", "sale"], …]`, conditions joined by "and" unless `"|"` stands before two. */
export type Domain = readonly unknown[];

/** The users of this Odoo: salespeople, and who is not a customer at a meeting. */
export interface People {
  readonly users: ReadonlySet<number>;
  /** Their own contact cards. */
  readonly partners: ReadonlySet<number>;
}

/** Questions beside the records of a page: the related records that its rows need. */
export interface Ask {
  readonly company: number;
  readonly currencies: CurrencyTable;
  readonly dayOf: DayOfMoment;
  /** The records that a domain finds, all of them; unreadable ones end the refresh. */
  all<Shape extends z.ZodRawShape>(
    model: string,
    domain: Domain,
    shape: z.ZodObject<Shape>,
  ): Promise<z.output<z.ZodObject<Shape>>[]>;
  people(): Promise<People>;
  /** True where this connection may read the model. */
  reads(model: string): boolean;
}

/** A sum that Odoo itself can compute over the records of a part. */
export interface Sum {
  readonly field: string;
  /** The column of our schema. */
  readonly measure: string;
  readonly sign?: -1;
  /** The field that holds the records' currency; without it, the company's. */
  readonly currency?: string;
}

/** One model that fills a table, or fills it in part. */
export interface Part {
  readonly model: string;
  readonly domain: (ask: Pick<Ask, "company">) => Domain;
  /** Fields that must be there, and those that some versions or modules have. */
  readonly fields: { readonly needed: readonly string[]; readonly optional: readonly string[] };
  /** Followed where this Odoo has the first field of the way; "always" when Odoo computes the row without dating it. */
  readonly touchedBy: readonly Touch[] | "always";
  /** The id of a record's row, from the record's. */
  readonly rowId: (id: number) => string;
  readonly sums: readonly Sum[];
  readonly rows: RowsOf<Ask>;
  /** Rows that no record stands for: the member for orders that name nobody. */
  readonly standIns: readonly RawRow[];
}

interface PartSpec<Shape extends z.ZodRawShape, Look>
  extends Pick<Part, "model" | "domain">,
    Partial<Pick<Part, "touchedBy" | "rowId" | "sums" | "standIns">>,
    RowSpec<z.output<z.ZodObject<Shape>>, Ask, Look> {
  /** The fields to read and their shape; an optional one is read where this Odoo has it. */
  readonly shape: z.ZodObject<Shape>;
}

/** A part from its declaration. */
export function part<Shape extends z.ZodRawShape, Look = undefined>(spec: PartSpec<Shape, Look>): Part {
  const { model, domain, shape, touchedBy = [], rowId = String, sums = [], standIns = [] } = spec;
  const rows = rowsBy(shape, originIn(model), spec);
  return { model, domain, touchedBy, rowId, sums, standIns, fields: fieldsOf(shape), rows };
}

/** The fields of a shape; `id` is always there. */
export function fieldsOf(shape: z.ZodObject): Part["fields"] {
  const names = Object.keys(shape.shape).filter((name) => name !== "id");
  const isOptional = (name: string) => shape.shape[name] instanceof z.ZodOptional;
  return { needed: names.filter((name) => !isOptional(name)), optional: names.filter(isOptional) };
}
