import type { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { type Rows, readRecords } from "./records";

type Values = RawRow["values"];

/** The way from a query's records to rows. `Ask` is what a source may be asked beside them. */
export interface RowSpec<One, Ask, Look> {
  /** Related records that the rows of a page need, asked once for all of them. */
  readonly look?: (records: readonly One[], ask: Ask) => Look | Promise<Look>;
  /** One row, several (an order's lines), or none: left out on purpose. */
  readonly row: (record: One, ask: Ask, look: Look) => Values | readonly Values[] | undefined;
}

/** Records as rows; a record of another shape is set aside, the others of its page are kept. */
export type RowsOf<Ask> = (records: readonly unknown[], ask: Ask) => Promise<Rows>;

/** The rows of a declared part. `originOf` is what a person can look for in the CRM: `sale.order 12`. */
export function rowsBy<Shape extends z.ZodType, Ask, Look = undefined>(
  shape: Shape,
  originOf: (record: unknown) => string,
  { look, row }: RowSpec<z.output<Shape>, Ask, Look>,
): RowsOf<Ask> {
  return async (records, ask) => {
    if (records.length === 0) return { rows: [] };
    const { readable, rejected } = readRecords(records, shape, originOf);
    const found = (await look?.(
      readable.map(({ record }) => record),
      ask,
    )) as Look;
    const rows = readable.flatMap(({ record, origin }) =>
      [row(record, ask, found) ?? []].flat().map((values) => ({ values: values as Values, origin })),
    );
    return { rows, rejected };
  };
}

/** A way to a related record whose change changes a row: `order_id` of an order's line. */
export interface Touch {
  readonly path: string;
  /** The models that a person must be able to read for it. */
  readonly model?: string;
}
