import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { RawRow } from "../../sales/rawRow";
import { originIn, type Rows, readRecords } from "../records";

/** A search domain of Tryton: `[["state", "=", "done"], …]`, `["OR", …]`. */
export type Domain = readonly unknown[];

/** A related record that a row is made of: when it changes, the row has changed. */
export interface Watch {
  /** The way to it, as `sale.` or `move.lines.`. */
  readonly path: string;
  readonly model: string;
  /** The models that the references on the way lead to, in their order. */
  readonly through?: readonly string[];
  /** Its values are read by way of another record: whoever may not read it itself would not notice its changes. */
  readonly hidden?: true;
}

/** What is asked beside the records of a page: the related records that its rows need. */
export interface Ask {
  readonly company: number;
  readonly currencies: CurrencyTable;
  /** The records that a domain finds, all of them, by id; unreadable ones end the refresh. */
  all<Shape extends z.ZodRawShape>(
    model: string,
    domain: Domain,
    shape: z.ZodObject<Shape>,
  ): Promise<z.output<z.ZodObject<Shape>>[]>;
  /** How many records a domain finds. */
  count(model: string, domain: Domain): Promise<number>;
  /** Whether this connection may read the model. */
  reads(model: string): boolean;
}

/** One model that fills a table, or fills it in part. */
export interface Part {
  readonly model: string;
  readonly domain: (company: number) => Domain;
  readonly fields: readonly string[];
  readonly watches: readonly Watch[];
  /** A row's id begins with it, where several models fill one table. */
  readonly idPrefix: string;
  /** The rows of one page of records. */
  readonly rows: (records: readonly unknown[], ask: Ask) => Promise<Rows>;
  /** Rows added after the last page: members for records that name none. */
  readonly extra?: (ask: Ask) => Promise<readonly RawRow[]>;
}

interface PartSpec<Shape extends z.ZodRawShape, Look> {
  readonly model: string;
  readonly domain: (company: number) => Domain;
  /** The fields to read and their shape; `"sale."` holds the fields of the record that `sale` refers to. */
  readonly shape: z.ZodObject<Shape>;
  readonly look: (records: readonly z.output<z.ZodObject<Shape>>[], ask: Ask) => Promise<Look>;
  readonly row: (record: z.output<z.ZodObject<Shape>>, look: Look, ask: Ask) => RawRow["values"];
  readonly extra?: Part["extra"];
  /** What the rows are made of beside the record itself. */
  readonly watches?: readonly Watch[];
  readonly idPrefix?: string;
}

/** A part from its declaration. A record of another shape is set aside, the others of its page are kept. */
export function part<Shape extends z.ZodRawShape, Look>(spec: PartSpec<Shape, Look>): Part {
  const { model, domain, shape, look, row, extra, watches = [], idPrefix = "" } = spec;
  return {
    model,
    domain,
    fields: fieldsOf(shape),
    watches,
    idPrefix,
    ...(extra && { extra }),
    async rows(records, ask) {
      const { readable, rejected } = readRecords(records, shape, originIn(model));
      const found = await look(
        readable.map(({ record }) => record),
        ask,
      );
      const rows = readable.map(({ record, origin }) => ({ values: row(record, found, ask), origin }));
      return { rows, rejected };
    },
  };
}

/** The fields of a shape as Tryton names them: `sale.number` for `number` within `"sale."`. */
export const fieldsOf = (shape: z.ZodObject, prefix = ""): string[] =>
  Object.entries(shape.shape).flatMap(([name, kind]) => {
    const inner = kind instanceof z.ZodNullable ? kind.unwrap() : kind;
    return name.endsWith(".") && inner instanceof z.ZodObject
      ? fieldsOf(inner, prefix + name)
      : [prefix + name];
  });
