import { failed, type Result, success } from "../sales/failure";
import type { SalesData } from "../sales/tables";
import type { SheetsRequest } from "./api";
import { enteredValue } from "./cellData";
import type { BookFound, SheetsValues } from "./file";
import { DATA_PREFIX, type SheetsMeta } from "./meta";
import { type Packed, unpack } from "./pack";

/** Pieces of one request: about a megabyte, half of what Google advises. */
const PIECES_A_WRITE = 20;

/**
 * Requests that write packed data into a sheet of its own, in batches: the data in force stays what it was until the
 * meta cell names the new sheet, and two refreshes at once never write into each other's.
 */
export function dataBatches(
  { pieces }: Packed,
  sheetId: number,
  title: string,
): readonly (readonly SheetsRequest[])[] {
  const gridProperties = { rowCount: Math.max(1, pieces.length), columnCount: 1 };
  const batches: SheetsRequest[][] = [];
  for (let from = 0; from < pieces.length; from += PIECES_A_WRITE)
    batches.push([
      {
        updateCells: {
          start: { sheetId, rowIndex: from, columnIndex: 0 },
          rows: pieces.slice(from, from + PIECES_A_WRITE).map((piece) => ({ values: [enteredValue(piece)] })),
          fields: "userEnteredValue",
        },
      },
    ]);
  const [first = [], ...rest] = batches;
  return [
    [{ addSheet: { properties: { sheetId, title, hidden: true, gridProperties } } }, ...first],
    ...rest,
  ];
}

/** Takes away the data of earlier refreshes, and of those that died. */
export const otherDataSheets = ({ sheets }: BookFound, kept: string): readonly SheetsRequest[] =>
  sheets.flatMap(({ title, sheetId }) =>
    title.startsWith(DATA_PREFIX) && title !== kept ? [{ deleteSheet: { sheetId } }] : [],
  );

/** The data in force. Fails with `workbook-damaged` where its sheet is gone or was changed, and as `unpack` does. */
export function dataOf(
  { data, provenance }: SheetsMeta,
  values: SheetsValues | undefined,
): Result<SalesData> {
  const pieces = (values ?? []).slice(0, data.pieces).map(([piece]) => String(piece ?? ""));
  if (pieces.length < data.pieces) return failed("workbook-damaged", { what: data.sheet });
  const read = unpack({ pieces, checksum: data.checksum }, provenance);
  return read.ok ? success(read.value) : read;
}
