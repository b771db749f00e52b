import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { RawRow } from "../../sales/rawRow";
import { originIn, type Rows, readRecords } from "../records";
import type { DayOfMoment } from "../zonedDay";

/** A search domain of Odoo: `[["state", "=", "sale"], …]`, conditions joined by "and" unless `"|"` stands before two. */
export type Domain = readonly unknown[];

/** The users of this Odoo: salespeople, and who is not a customer at a meeting. */
export interface People {
  readonly users: ReadonlySet<number>;
  /** Their own contact cards. */
  readonly partners: ReadonlySet<number>;
}

/** What is asked beside the records of a page: the related records that its rows need. */
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
  /** Whether this connection may read the model. */
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
  /**
   * Related records whose change changes a row (`order_id` of an order's line); "always" when Odoo computes the row
   * without dating it.
   */
  readonly touchedBy: readonly Touch[] | "always";
  /** The id of a record's row, from the record's. */
  readonly rowId: (id: number) => string;
  readonly sums: readonly Sum[];
  readonly rows: (records: readonly unknown[], ask: Ask) => Promise<Rows>;
  /** Rows that no record stands for: the member for orders that name nobody. */
  readonly extra: readonly RawRow[];
}

/** A path to a related record, followed where this Odoo has its first field. */
export interface Touch {
  readonly path: string;
  /** The model that the person must be able to read for it. */
  readonly needs?: string;
}

interface PartSpec<Shape extends z.ZodRawShape, Look> {
  readonly model: string;
  readonly domain: Part["domain"];
  /** The fields to read and their shape; an optional one is read where this Odoo has it. */
  readonly shape: z.ZodObject<Shape>;
  readonly touchedBy?: Part["touchedBy"];
  readonly rowId?: Part["rowId"];
  readonly sums?: readonly Sum[];
  readonly look: (records: readonly z.output<z.ZodObject<Shape>>[], ask: Ask) => Promise<Look>;
  readonly row: (record: z.output<z.ZodObject<Shape>>, look: Look, ask: Ask) => RawRow["values"];
  readonly extra?: readonly RawRow[];
}

/** A part from its declaration. A record of another shape is set aside, the others of its page are kept. */
export function part<Shape extends z.ZodRawShape, Look>(spec: PartSpec<Shape, Look>): Part {
  const { model, domain, shape, touchedBy = [], rowId = String, sums = [], extra = [] } = spec;
  return {
    model,
    domain,
    touchedBy,
    rowId,
    sums,
    extra,
    fields: fieldsOf(shape),
    async rows(records, ask) {
      if (records.length === 0) return { rows: [] };
      const { readable, rejected } = readRecords(records, shape, originIn(model));
      const look = await spec.look(
        readable.map(({ record }) => record),
        ask,
      );
      const rows = readable.map(({ record, origin }) => ({ values: spec.row(record, look, ask), origin }));
      return { rows, rejected };
    },
  };
}

/** The fields of a shape; `id` is always there. */
export function fieldsOf(shape: z.ZodObject): Part["fields"] {
  const names = Object.keys(shape.shape).filter((name) => name !== "id");
  const isOptional = (name: string) => shape.shape[name] instanceof z.ZodOptional;
  return { needed: names.filter((name) => !isOptional(name)), optional: names.filter(isOptional) };
}
