import { formatIsoDay } from "../../../sales/calendar";
import type { Failure } from "../../../sales/failure";
import type { RawRow } from "../../../sales/rawRow";
import type { TableName } from "../../../sales/schema";
import { completed } from "./complete";
import { UNNAMED } from "./directory";
import type { Reference } from "./references";
import type { SheetRow, SheetTable } from "./sheetTable";

/** A row of a table, or where and why there is none. */
export type FileRow = RawRow | { readonly origin: string; readonly failure: Failure };

/** The rows of a sheet in its order, their references looked up, what was left out worked out. */
export function* tableRows(
  sheet: SheetTable,
  table: TableName,
  references: readonly Reference[],
): Generator<FileRow> {
  const identify = idMaker(sheet, table);
  const dataDate = formatIsoDay(sheet.dataDate);
  for (const row of sheet.rows()) yield tableRow(row, { table, references, identify, dataDate });
}

interface RowContext {
  readonly table: TableName;
  readonly references: readonly Reference[];
  readonly identify: (values: Readonly<Record<string, unknown>>, line: number) => unknown;
  readonly dataDate: string;
}

function tableRow(row: SheetRow, { table, references, identify, dataDate }: RowContext): FileRow {
  const { origin } = row;
  if ("refused" in row) return { origin, failure: row.refused };
  const values: Record<string, unknown> = { ...row.values };
  for (const reference of references) {
    const id = referredId(values, reference);
    if (typeof id === "object" && id !== null) return { origin, failure: id };
    values[reference.column] = id;
  }
  completed(table, values, dataDate);
  values.id = identify(values, row.line);
  return { origin, values };
}

function referredId(
  values: Readonly<Record<string, unknown>>,
  reference: Reference,
): string | null | Failure {
  const { column, directory, isOptional } = reference;
  const id = textIn(values, column);
  const name = textIn(values, reference.nameField);
  const found = directory.idOf(id, name);
  if (found !== undefined) return found;
  return isOptional ? null : UNNAMED.id;
}

const textIn = (values: Readonly<Record<string, unknown>>, field: string): string | undefined => {
  const value = values[field];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** The number that the lines of one document share. */
const DOCUMENTS: Readonly<Partial<Record<TableName, string>>> = {
  order_lines: "order_id",
  invoice_lines: "invoice_id",
};

/** Ids of rows: the sheet's own, else the document's with a number, else the line's. */
function idMaker(sheet: SheetTable, table: TableName) {
  const prefix = sheet.sheet.name;
  const own = sheet.column("id") !== undefined;
  const seen = new Map<unknown, number>();
  return (values: Readonly<Record<string, unknown>>, line: number): unknown => {
    if (own) return values.id;
    const documentField = DOCUMENTS[table];
    const document = documentField && values[documentField];
    if (document === undefined || document === null) return `${prefix}:${line}`;
    const number = (seen.get(document) ?? 0) + 1;
    seen.set(document, number);
    return `${String(document)}/${number}`;
  };
}
