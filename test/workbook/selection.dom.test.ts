import { readCells, readName, readSelectedCell, writeNewSheet } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted, sheetNames } from "./office";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

test("the selected cell comes with its formula, its row to the left and its column upwards", async () => {
  await act(({ worksheets }) => {
    const sheet = worksheets.add("Essai");
    sheet.getRange("A1:C2").values = [
      ["Région", "2025", "2026"],
      ["Nord", 3, 4],
    ];
    sheet.getRange("C2").formulas = [["=B2"]];
    sheet.activate();
    sheet.getRange("C2").select();
  });
  const cell = granted(await readSelectedCell());
  expect(cell).toMatchObject({
    address: "Essai!C2",
    formula: "=B2",
    leftwards: [3, 3, "Nord"],
    fromFirst: { rows: 0, columns: 0 },
  });
  expect(cell.upwards.map(String)).toEqual(["3", "2026"]);
  const names = { row: 0, column: 0, rows: 2, columns: 1 };
  expect(granted(await readCells(cell.sheetId, names))).toEqual([["Région"], ["Nord"]]);
  expect(granted(await readCells("Essai", { ...names, row: 1, rows: 1 }))).toEqual([["Nord"]]);
});

test("a cell that another one's answer spills over has that one's formula", async () => {
  const answer = [
    ["Nord", 1],
    ["Sud", 4],
  ];
  office.grid.registerCustomFunctions(["KPI.CA"], async () => ({ value: answer }));
  const formula = '=KPI.CA("region")';
  await act(({ worksheets }) => {
    const sheet = worksheets.add("Essai");
    sheet.getRange("B2").formulas = [[formula]];
    sheet.activate();
    sheet.getRange("C3").select();
  });
  await office.grid.settled(5_000);
  const cell = granted(await readSelectedCell());
  expect(cell).toMatchObject({ formula, value: 4, fromFirst: { rows: 1, columns: 1 } });
  expect(cell.leftwards.slice(0, 2)).toEqual([4, "Sud"]);
});

test("a name is read where it points, and one that is unknown is nothing", async () => {
  await act(({ names, worksheets }) => {
    const sheet = worksheets.add("Essai");
    sheet.getRange("D4").values = [["2026"]];
    names.add("Vigie_Periode", sheet.getRange("D4"));
    sheet.activate();
  });
  const { sheetId } = granted(await readSelectedCell());
  expect(String(granted(await readName(sheetId, "Vigie_Periode")))).toBe("2026");
  expect(granted(await readName(sheetId, "Inconnu"))).toBe("");
});

test("a new sheet takes texts as texts, whatever they look like, and never an existing name", async () => {
  const table = {
    name: "Détail [CA]?",
    headings: ["Client", "=Montant"],
    rows: [
      ['=HYPERLINK("https://x.test")', 12.5],
      ["+1", null],
      ["@SUM(A1)", -3],
      ["2026-03", 0],
      ["'cité", 1],
    ],
  };
  const name = granted(await writeNewSheet(table));
  expect(name).toBe("Détail  CA");
  expect(granted(await writeNewSheet({ ...table, name: "x".repeat(40) }))).toHaveLength(31);
  expect(granted(await writeNewSheet({ ...table, name: "Détail  ca" }))).toBe("Détail  ca (2)");
  const cells = await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("values,formulas");
    await context.sync();
    return used;
  });
  expect(cells.values).toEqual([table.headings, ...table.rows.map(([text, value]) => [text, value ?? ""])]);
  expect(cells.formulas.flat().filter((cell) => String(cell).startsWith("="))).toEqual(
    cells.values.flat().filter((cell) => String(cell).startsWith("=")),
  );
  expect(sheetNames(office.host)).toEqual(expect.arrayContaining([name]));
});

test("ten thousand rows are written in few requests, all of them", async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [`L${row}`, row, row / 100]);
  const name = granted(await writeNewSheet({ name: "Grand", headings: ["a", "b", "c"], rows }));
  const used = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRange().load("values");
    await context.sync();
    return range.values;
  });
  expect(used).toHaveLength(10_001);
  expect(used.at(-1)).toEqual(["L9999", 9_999, 99.99]);
});

test("cells of a sheet that is not there, or far too many, are refused", async () => {
  const one = { row: 0, column: 0, rows: 1, columns: 1 };
  const refused = { ok: false, failure: { code: "reference-invalid" } };
  expect(await readCells("Partie", one)).toMatchObject(refused);
  expect(await readCells("Feuil1", { ...one, rows: 1_048_576 })).toMatchObject(refused);
});
