import { toChunks } from "../../src/sales/builder";
import { TABLE_NAMES, TABLES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import type { SalesData } from "../../src/sales/tables";
import { markedWhereNeeded } from "../../src/sales/typedText";
import { toCell } from "../../src/workbook/store/cells";
import { REQUEST_BYTES } from "../../src/workbook/store/requestSize";

/** Data as the frames of a refresh. */
export function* framesOf({ provenance, tables }: SalesData): Generator<RefreshFrame> {
  const { source, sourceLabel, dataDate, refreshedAt } = provenance;
  yield { type: "start", source, sourceLabel, dataDate, tables: TABLE_NAMES };
  let totalRows = 0;
  for (const table of TABLE_NAMES) {
    yield { type: "table", table };
    for (const { rows, columns } of toChunks(tables[table])) yield { type: "chunk", table, rows, columns };
    const rows = tables[table].length;
    totalRows += rows;
    yield { type: "table-end", table, rows, rejectedCount: 0, rejected: [] };
  }
  yield { type: "end", refreshedAt, totalRows };
}

/**
 * The least that brings the same cells into a workbook: one plain write of values a request, one visible sheet a
 * table, as many rows at once as fit. No formats, tables, lock, checksum or second generation.
 */
export async function bareWrite({ tables }: SalesData): Promise<void> {
  for (const table of TABLE_NAMES) {
    const { columns } = TABLES[table];
    let first = 0;
    let rows: (string | number)[][] = [columns.map(({ name }) => name)];
    let bytes = 0;
    const send = () =>
      Excel.run(async (context) => {
        const sheet =
          first === 0 ? context.workbook.worksheets.add(table) : context.workbook.worksheets.getItem(table);
        sheet.getRangeByIndexes(first, 0, rows.length, columns.length).untrack().values = rows;
        await context.sync();
        first += rows.length;
        rows = [];
        bytes = 0;
      });
    for (const chunk of toChunks(tables[table])) {
      for (let row = 0; row < chunk.rows; row++) {
        const cells = columns.map(({ name, kind }) => {
          const cell = toCell(kind, chunk.columns[name]?.[row]);
          return typeof cell === "string" ? markedWhereNeeded(cell) : cell;
        });
        rows.push(cells);
        bytes += JSON.stringify(cells).length;
        if (bytes >= REQUEST_BYTES) await send();
      }
    }
    if (rows.length > 0) await send();
  }
}
