import { openOffice } from "../../../workbench/host/jsdom";
import { eachTestOpens, onSheet, refusal } from "./open";

const opened = eachTestOpens();

const names = () =>
  Excel.run(async ({ workbook }) => {
    const sheets = workbook.worksheets.load("items/name,items/visibility");
    await workbook.context.sync();
    return sheets.items.map((sheet) => `${sheet.name} ${sheet.visibility}`);
  });

test("sheets are added at the end, not activated, and found by name without case", async () => {
  await onSheet((_sheet, { workbook }) => void workbook.worksheets.add("Objectifs"));
  expect(await names()).toEqual(["Feuil1 Visible", "Objectifs Visible"]);
  const found = await onSheet(async (_sheet, { workbook }) => {
    const sheet = workbook.worksheets.getItem("objectifs").load("name,position,id");
    const active = workbook.worksheets.getActiveWorksheet().load("name");
    const none = workbook.worksheets.getItemOrNullObject("Rien");
    const count = workbook.worksheets.getCount();
    await workbook.context.sync();
    return [sheet.name, sheet.position, active.name, none.isNullObject, count.value];
  });
  expect(found).toEqual(["Objectifs", 1, "Feuil1", true, 2]);
});

test("a sheet is hidden, very hidden, shown, moved, renamed and deleted", async () => {
  await onSheet((sheet, { workbook }) => {
    const data = workbook.worksheets.add("Données");
    data.visibility = "VeryHidden";
    workbook.worksheets.add("Autre").visibility = "Hidden";
    workbook.worksheets.getItem("Autre").position = 0;
    sheet.name = "Tableau de bord";
  });
  expect(await names()).toEqual(["Autre Hidden", "Tableau de bord Visible", "Données VeryHidden"]);
  await Excel.run(async ({ workbook }) => {
    const data = workbook.worksheets.getItem("Données");
    data.visibility = "Visible";
    data.delete();
    await workbook.context.sync();
  });
  const left = await Excel.run(async ({ workbook }) => {
    const sheets = workbook.worksheets.load("items/name");
    await workbook.context.sync();
    return sheets.items.map((sheet) => sheet.name);
  });
  expect(left).toEqual(["Autre", "Tableau de bord"]);
});

test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown, string]>([
  [
    "a sheet that is not there",
    (_sheet, { workbook }) => workbook.worksheets.getItem("Rien").load("name"),
    "ItemNotFound",
  ],
  [
    "a name taken already, whatever its case",
    (_sheet, { workbook }) => workbook.worksheets.add("FEUIL1"),
    "ItemAlreadyExists",
  ],
  [
    "a name of 32 characters",
    (_sheet, { workbook }) => workbook.worksheets.add("x".repeat(32)),
    "InvalidArgument",
  ],
  ["a name with a slash", (_sheet, { workbook }) => workbook.worksheets.add("2024/2025"), "InvalidArgument"],
  [
    "a name that ends with an apostrophe",
    (_sheet, { workbook }) => workbook.worksheets.add("d'"),
    "InvalidArgument",
  ],
  ["the name History", (_sheet, { workbook }) => workbook.worksheets.add("History"), "InvalidArgument"],
  ["an empty name", (sheet) => (sheet.name = ""), "InvalidArgument"],
  ["hiding the last visible sheet", (sheet) => (sheet.visibility = "Hidden"), "InvalidOperation"],
  ["deleting the last visible sheet", (sheet) => sheet.delete(), "InvalidOperation"],
])("refused: %s", async (_what, work, code) => {
  expect(await refusal(work)).toBe(code);
});

test("a hidden sheet cannot be activated, a very hidden one not deleted", async () => {
  await onSheet((_sheet, { workbook }) => {
    workbook.worksheets.add("Données").visibility = "VeryHidden";
  });
  expect(await refusal((_sheet, { workbook }) => workbook.worksheets.getItem("Données").activate())).toBe(
    "InvalidOperation",
  );
  expect(await refusal((_sheet, { workbook }) => workbook.worksheets.getItem("Données").delete())).toBe(
    "InvalidOperation",
  );
});

test("hiding the active sheet activates another", async () => {
  await onSheet((sheet, { workbook }) => {
    workbook.worksheets.add("Suite");
    sheet.visibility = "Hidden";
  });
  const active = await Excel.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getActiveWorksheet().load("name");
    await workbook.context.sync();
    return sheet.name;
  });
  expect(active).toBe("Suite");
});

test("a sheet is copied with cells and formats, beside the original", async () => {
  const copied = await onSheet(async (sheet, { workbook }) => {
    sheet.getRange("A1").values = [["CA"]];
    sheet.getRange("A1").format.font.bold = true;
    workbook.worksheets.add("Fin");
    const copy = sheet.copy("After", sheet).load("name,position");
    const cell = copy.getRange("A1").load("values,format/font/bold");
    await workbook.context.sync();
    return [copy.name, copy.position, cell.values[0]?.[0], cell.format.font.bold];
  });
  expect(copied).toEqual(["Feuil1 (2)", 1, "CA", true]);
});

describe("a protected sheet", () => {
  beforeEach(() =>
    onSheet((sheet) => {
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: false }, "secret");
    }),
  );

  test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
    ["values", (sheet) => (sheet.getRange("A1").values = [[1]])],
    ["formulas", (sheet) => (sheet.getRange("A1").formulas = [["=1"]])],
    ["number formats", (sheet) => (sheet.getRange("A1").numberFormat = [["0"]])],
    ["formats", (sheet) => (sheet.getRange("A1").format.fill.color = "red")],
    ["clearing", (sheet) => sheet.getRange("A1").clear()],
    ["rows", (sheet) => sheet.getRange("1:1").insert("Down")],
    ["tables", (sheet) => sheet.tables.add("A1:B2", true)],
    ["conditional formats", (sheet) => sheet.getRange("A1").conditionalFormats.add("Custom")],
  ])("refuses %s", async (_what, work) => {
    expect(await refusal(work)).toBe("AccessDenied");
  });

  test("takes values in its unlocked cells", async () => {
    await onSheet((sheet) => {
      sheet.getRange("B2").values = [[1]];
    });
    expect(
      opened.office.grid.values({
        sheet: opened.office.grid.activeSheet(),
        row: 1,
        column: 1,
        rows: 1,
        columns: 1,
      })[0]?.[0]?.value,
    ).toBe(1);
  });

  test("is opened with its password only", async () => {
    expect(await refusal((sheet) => sheet.protection.unprotect("wrong"))).toBe("InvalidArgument");
    await onSheet((sheet) => sheet.protection.unprotect("secret"));
    await onSheet((sheet) => {
      sheet.getRange("A1").values = [[1]];
    });
  });
});

test("what a sheet shows: gridlines, colour, frozen panes, the page it prints on", async () => {
  const seen = await onSheet(async (sheet, { workbook }) => {
    sheet.showGridlines = false;
    sheet.tabColor = "#1F6E43";
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.setPrintArea("A1:H40");
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.centerHorizontally = true;
    await workbook.context.sync();
    sheet.load("showGridlines,tabColor");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    sheet.pageLayout.load("orientation,zoom,centerHorizontally,paperSize");
    const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
    await workbook.context.sync();
    const { orientation, zoom, centerHorizontally } = sheet.pageLayout;
    return [
      sheet.showGridlines,
      sheet.tabColor,
      frozen.address,
      orientation,
      zoom.horizontalFitToPages,
      centerHorizontally,
      area.address,
    ];
  });
  expect(seen).toEqual([false, "#1F6E43", "Feuil1!A1:B3", "Landscape", 1, true, "Feuil1!A1:H40"]);
  expect(opened.office.host.book.state(opened.office.grid.activeSheet()).freeze).toEqual({
    rows: 3,
    columns: 2,
  });
});

test("calculation: the mode is kept, calculating and suspending pass", async () => {
  const mode = await onSheet(async (sheet, { application, workbook }) => {
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculate("Full");
    sheet.calculate(true);
    sheet.getRange("A1").setDirty();
    workbook.application.load("calculationMode");
    await workbook.context.sync();
    return workbook.application.calculationMode;
  });
  expect(mode).toBe("Automatic");
});

test("a new name and a new visibility are told to who listens, where the host has ExcelApiOnline", async () => {
  opened.office.dispose();
  opened.office = await openOffice({ requirements: { ExcelApiOnline: "1.1" } });
  const heard: string[] = [];
  await onSheet((_sheet, { workbook }) => {
    // Younger than the published types' oldest sets: named here by hand.
    const sheets = workbook.worksheets as unknown as Record<
      "onNameChanged" | "onVisibilityChanged",
      OfficeExtension.EventHandlers<Record<string, string>>
    >;
    sheets.onNameChanged.add(
      async ({ nameBefore, nameAfter }) => void heard.push(`${nameBefore} → ${nameAfter}`),
    );
    sheets.onVisibilityChanged.add(async ({ visibilityAfter }) => void heard.push(String(visibilityAfter)));
    workbook.worksheets.add("Autre");
  });
  await onSheet((_sheet, { workbook }) => {
    const sheet = workbook.worksheets.getItem("Autre");
    sheet.name = "Suite";
    sheet.visibility = "Hidden";
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(heard).toEqual(["Autre → Suite", "Hidden"]);
});

test("what is laid over cells moves with them when rows are inserted", async () => {
  const seen = await onSheet(async (sheet, { workbook }) => {
    sheet.getRange("A5:B6").values = [
      ["a", "b"],
      [1, 2],
    ];
    const table = sheet.tables.add("A5:B6", true);
    const name = workbook.names.add("Zone", sheet.getRange("B6"));
    sheet.getRange("B6").conditionalFormats.add("Custom").custom.rule.formula = "=B6>1";
    const kept = sheet.getRange("B6");
    await workbook.context.sync();
    sheet.getRange("2:3").insert("Down");
    const ranges = [table.getRange(), name.getRange(), kept].map((range) => range.load("address"));
    const formats = sheet.getRange("B8").conditionalFormats.getCount();
    await workbook.context.sync();
    return [...ranges.map((range) => range.address), formats.value];
  });
  expect(seen).toEqual(["Feuil1!A7:B8", "Feuil1!B8", "Feuil1!B8", 1]);
});

test("200,000 cells are written once and read once, a hundred rows and more at a time", async () => {
  const rows = Array.from({ length: 20_000 }, (_row, r) =>
    Array.from({ length: 10 }, (_cell, c) => (c % 3 === 0 ? `texte ${r}` : r * c)),
  );
  const writes = jest.spyOn(opened.office.grid, "writeValues");
  const reads = jest.spyOn(opened.office.grid, "values");
  await onSheet((sheet) => {
    sheet.getRange("A1:J20000").values = rows;
  });
  const last = await onSheet(async (sheet, { workbook }) => {
    const range = sheet.getRange("A1:J20000").load("values");
    await workbook.context.sync();
    return range.values.at(-1);
  });
  expect(last).toEqual(rows.at(-1));
  for (const { mock } of [writes, reads]) {
    expect(mock.calls.reduce((sum, [{ rows }]) => sum + rows, 0)).toBe(20_000);
    expect(mock.calls.length).toBeLessThanOrEqual(200);
  }
});
