import type { Scalar } from "../../src/formula";
import { salesData, TableBuilder } from "../../src/sales/builder";
import { TABLE_NAMES } from "../../src/sales/schema";
import { hiddenSheets } from "../../src/sharing/hiddenSheets";
import { TableDecoder } from "../../src/workbook/store/decode";
import { parseMeta } from "../../src/workbook/store/meta";
import type { SheetModel } from "../../src/xlsx/model";
import { smallCompany } from "../functions/smallCompany";

/** A sheet's cells as a spreadsheet would show them. */
function cellsOf({ blocks }: SheetModel): Scalar[][] {
  const cells: Scalar[][] = [];
  for (const { row, column, values } of blocks) {
    for (const [down, line] of values.entries()) {
      const cellsOfRow = cells[row + down] ?? [];
      for (const [across, value] of line.entries()) cellsOfRow[column + across] = value;
      cells[row + down] = cellsOfRow;
    }
  }
  return cells;
}

describe("the hidden sheets of a workbook file", () => {
  const sheets = hiddenSheets(smallCompany, "generation-1");

  it("are very hidden, every one", () => {
    expect(sheets.map(({ visibility }) => visibility)).toEqual(
      Array(TABLE_NAMES.length + 1).fill("veryHidden"),
    );
  });

  it("give the add-in back exactly the data they were made from", () => {
    const meta = parseMeta(cellsOf(sheets[0]!));
    const generation = meta?.generation;
    expect(generation).toMatchObject({ id: "generation-1", provenance: smallCompany.provenance });
    const tables = TABLE_NAMES.map((name) => {
      const stored = generation!.tables[name]!;
      const decoder = new TableDecoder(name, stored, generation!.schema, meta!.unmark);
      const [headings = [], ...rows] = cellsOf(sheets.find((sheet) => sheet.name === `vigie.a.${name}`)!);
      expect(decoder.headingsMatch(headings)).toBe(true);
      const builder = new TableBuilder(name);
      builder.append(rows.length, decoder.decode(rows));
      expect(decoder.isWhole()).toBe(true);
      expect(stored.pieces.reduce((sum, piece) => sum + piece.rows, 0)).toBe(rows.length);
      return builder.finish();
    });
    expect(salesData(generation!.provenance, tables)).toEqual(smallCompany);
  });

  it("hold one Excel table each, headings included", () => {
    for (const sheet of sheets.slice(1)) {
      const [table] = sheet.tables;
      expect(table?.columns).toEqual(cellsOf(sheet)[0]);
      expect(table?.range.rows).toBeGreaterThanOrEqual(2);
    }
  });
});
