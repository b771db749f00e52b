import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { RawRow } from "../../sales/rawRow";
import { originIn, type RowSpec, type RowsOf, rowsBy, type Touch } from "../kit";

/** A search domain of Tryton: `[["state", "=", "done"], …]`, `["OR", …]`. */
export type Domain = readonly unknown[];

/** A related record that a row is made of, by its path as `sale.` or `move.lines.`. */
export interface RelatedTouch extends Touch {
  readonly model: string;
  /** The models that the references on the way lead to, in their order. */
  readonly through?: readonly string[];
  /** Its values are read by way of another record: whoever may not read it itself would not notice its changes. */
  readonly hidden?: true;
}

/** Questions beside the records of a page: the related records that its rows need. */
export interface Ask {
  readonly company: number;
  readonly currencies: CurrencyTable;
  /** The records that a domain finds, all of them, by id; unreadable ones end the refresh. */
  all<Shape extends z.ZodRawShape>(
    model: string,
    domain: Domain,
    shape: z.ZodObject<Shape>,
  ): Promise<z.output<z.ZodObject<Shape>>[]>;
  /** Count of the records that a domain finds. */
  count(model: string, domain: Domain): Promise<number>;
  /** True where this connection may read the model. */
  reads(model: string): boolean;
}

/** One model that fills a table, or fills it in part. */
export interface Part {
  readonly model: string;
  readonly domain: (company: number) => Domain;
  readonly fields: readonly string[];
  /** Records that the rows are made of, beside the record itself. */
  readonly touchedBy: readonly RelatedTouch[];
  /** A row's id begins with it, where several models fill one table. */
  readonly idPrefix: string;
  readonly rows: RowsOf<Ask>;
  /** Rows added after the last page: members for records that name none. */
  readonly extra: (ask: Ask) => Promise<readonly RawRow[]>;
}

interface PartSpec<Shape extends z.ZodRawShape, Look>
  extends Pick<Part, "model" | "domain">,
    Partial<Pick<Part, "touchedBy" | "idPrefix" | "extra">>,
    RowSpec<z.output<z.ZodObject<Shape>>, Ask, Look> {
  /** The fields to read and their shape; `"sale."` holds the fields of the record that `sale` refers to. */
  readonly shape: z.ZodObject<Shape>;
}

/** A part from its declaration. */
export function part<Shape extends z.ZodRawShape, Look = undefined>(spec: PartSpec<Shape, Look>): Part {
  const { model, domain, shape, touchedBy = [], idPrefix = "", extra = async () => [] } = spec;
  const rows = rowsBy(shape, originIn(model), spec);
  return { model, domain, touchedBy, idPrefix, extra, fields: fieldsOf(shape), rows };
}

/** The fields of a shape as Tryton names them: `sale.number` for `number` within `"sale."`. */
export const fieldsOf = (shape: z.ZodObject, prefix = ""): string[] =>
  Object.entries(shape.shape).flatMap(([name, kind]) => {
    const inner = kind instanceof z.ZodNullable ? kind.unwrap() : kind;
    return name.endsWith(".") && inner instanceof z.ZodObject
      ? fieldsOf(inner, prefix + name)
      : [prefix + name];
  });
