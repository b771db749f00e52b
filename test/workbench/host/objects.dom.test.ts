import type { MemoryGrid } from "../../../workbench/grid/memoryGrid";
import { eachTestOpens, onSheet, refusal } from "./open";

const opened = eachTestOpens();
const memory = () => (opened.office.grid as MemoryGrid).sheet(opened.office.grid.activeSheet());

const withTable = (work?: (table: Excel.Table, sheet: Excel.Worksheet) => unknown) =>
  onSheet((sheet) => {
    sheet.getRange("A1:B3").values = [
      ["Région", "CA"],
      ["Nord", 10],
      ["Sud", 20],
    ];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Ventes";
    return work?.(table, sheet);
  });

describe("tables", () => {
  test("know their ranges, columns and rows", async () => {
    await withTable();
    const seen = await onSheet(async (_sheet, { workbook }) => {
      const table = workbook.tables.getItem("ventes").load("name,style,showHeaders");
      const [all, body, head] = [table.getRange(), table.getDataBodyRange(), table.getHeaderRowRange()].map(
        (range) => range.load("address"),
      );
      const columns = table.columns.load("items/name");
      const column = table.columns.getItem("CA").getDataBodyRange().load("values");
      table.rows.load("count");
      table.worksheet.load("name");
      await workbook.context.sync();
      return [
        all?.address,
        body?.address,
        head?.address,
        columns.items.map((item) => item.name),
        column.values,
        table.rows.count,
        table.worksheet.name,
      ];
    });
    expect(seen).toEqual([
      "Feuil1!A1:B3",
      "Feuil1!A2:B3",
      "Feuil1!A1:B1",
      ["Région", "CA"],
      [[10], [20]],
      2,
      "Feuil1",
    ]);
  });

  test("are resized, converted, deleted", async () => {
    await withTable((table) => table.resize("A1:C5"));
    const columns = await onSheet(async (sheet, { workbook }) => {
      const items = sheet.tables.getItem("Ventes").columns.load("items/name");
      await workbook.context.sync();
      return items.items.map((item) => item.name);
    });
    expect(columns).toEqual(["Région", "CA", "Colonne3"]);
    await onSheet((sheet) => sheet.tables.getItem("Ventes").delete());
    expect(opened.office.host.book.tables.size).toBe(0);
    expect(memory().usedRange(true)).toBeUndefined();
  });

  test("rows are added and deleted", async () => {
    await withTable((table) => void table.rows.add(undefined, [["Est", 30]]));
    await onSheet((sheet) => sheet.tables.getItem("Ventes").rows.getItemAt(0).delete());
    const values = await onSheet(async (sheet, { workbook }) => {
      const range = sheet.tables.getItem("Ventes").getRange().load("values");
      await workbook.context.sync();
      return range.values;
    });
    expect(values).toEqual([
      ["Région", "CA"],
      ["Sud", 20],
      ["Est", 30],
    ]);
  });

  test("headings become texts, none empty, none twice", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1:C1").values = [["x", "", "X"]];
      sheet.tables.add("A1:C2", true);
    });
    expect(
      opened.office.grid
        .values({ sheet: memory().id, row: 0, column: 0, rows: 1, columns: 3 })[0]
        ?.map((cell) => cell.value),
    ).toEqual(["x", "Colonne2", "X2"]);
  });

  test.each<[string, (table: Excel.Table, sheet: Excel.Worksheet) => unknown, string]>([
    ["a second table over the first", (_table, sheet) => sheet.tables.add("B2:C4", true), "InvalidOperation"],
    [
      "a name taken already",
      (_table, sheet) => (sheet.tables.add("E1:F2", true).name = "VENTES"),
      "ItemAlreadyExists",
    ],
    ["a name with a space", (table) => (table.name = "Les ventes"), "InvalidArgument"],
    ["a name that is an address", (table) => (table.name = "CA2024"), "InvalidArgument"],
    ["a resize that loses the headings", (table) => table.resize("A2:B5"), "InvalidArgument"],
    [
      "a table that is not there",
      (_table, sheet) => sheet.tables.getItem("Rien").load("name"),
      "ItemNotFound",
    ],
  ])("refuse %s", async (_what, work, code) => {
    await withTable();
    expect(await refusal((sheet) => work(sheet.tables.getItem("Ventes"), sheet))).toBe(code);
  });
});

describe("names", () => {
  test("stand for ranges that follow their sheet's name, and for constants", async () => {
    await onSheet(async (sheet, { workbook }) => {
      workbook.names.add("Vigie_Periode", sheet.getRange("C3"), "la période");
      workbook.names.add("Vigie_Taux", "=0.2");
      await workbook.context.sync();
      sheet.name = "Chiffre d'affaires";
    });
    const seen = await Excel.run(async ({ workbook }) => {
      const name = workbook.names.getItem("vigie_periode").load("value,formula,type,comment,scope");
      const rate = workbook.names.getItem("Vigie_Taux").load("value,type");
      const range = name.getRange().load("address");
      const none = workbook.names.getItemOrNullObject("Rien");
      await workbook.context.sync();
      return [
        name.formula,
        name.type,
        name.comment,
        name.scope,
        rate.value,
        range.address,
        none.isNullObject,
      ];
    });
    expect(seen).toEqual([
      "='Chiffre d''affaires'!$C$3",
      "Range",
      "la période",
      "Workbook",
      0.2,
      "'Chiffre d''affaires'!C3",
      true,
    ]);
    const shown = await Excel.run(async ({ workbook }) => {
      const sheet = workbook.worksheets.getItem("Chiffre d'affaires");
      sheet.getRange("C3").values = [["2026-T1"]];
      sheet.getRange("D3").formulas = [["=Vigie_Periode"]];
      const cell = sheet.getRange("D3").load("values");
      await workbook.context.sync();
      return cell.values[0]?.[0];
    });
    expect(shown).toBe("2026-T1");
  });

  test("are given once, and deleted", async () => {
    await onSheet((sheet, { workbook }) => void workbook.names.add("Zone", sheet.getRange("A1")));
    expect(await refusal((sheet, { workbook }) => workbook.names.add("ZONE", sheet.getRange("A2")))).toBe(
      "ItemAlreadyExists",
    );
    expect(await refusal((sheet, { workbook }) => workbook.names.add("A1", sheet.getRange("A2")))).toBe(
      "InvalidArgument",
    );
    await onSheet((_sheet, { workbook }) => workbook.names.getItem("Zone").delete());
    expect(opened.office.host.book.names).toHaveLength(0);
  });
});

describe("conditional formats", () => {
  test("by formula, text and value reach the grid complete", async () => {
    await onSheet((sheet) => {
      const formats = sheet.getRange("B2:B20").conditionalFormats;
      const custom = formats.add("Custom").custom;
      custom.rule.formula = '=$C2="Alerte"';
      custom.format.fill.color = "#F4CCCC";
      custom.format.font.color = "#990000";
      custom.format.font.bold = true;
      const contains = formats.add("ContainsText").textComparison;
      contains.rule = { operator: "Contains", text: "Équilibre" };
      contains.format.fill.color = "#D9EAD3";
      const value = formats.add("CellValue").cellValue;
      value.rule = { formula1: "0", operator: "LessThan" };
      value.format.font.color = "#FF0000";
    });
    const range = { sheet: memory().id, row: 1, column: 1, rows: 19, columns: 1 };
    expect([...memory().conditionalFormats.values()].map(({ id: _id, ...format }) => format)).toEqual([
      { range, formula: '=$C2="Alerte"', fill: "#F4CCCC", color: "#990000", bold: true },
      { range, containsText: "Équilibre", fill: "#D9EAD3" },
      { range, cellValue: { operator: "LessThan", formula1: "0" }, color: "#FF0000" },
    ]);
  });

  test("are listed with their type, and cleared", async () => {
    const types = await onSheet(async (sheet, { workbook }) => {
      sheet.getRange("A1:A5").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      const formats = sheet.getRange("A3").conditionalFormats.load("items/type,items/id");
      await workbook.context.sync();
      return formats.items.map((format) => format.type);
    });
    expect(types).toEqual(["Custom"]);
    await onSheet((sheet) => sheet.getRange().conditionalFormats.clearAll());
    expect(memory().conditionalFormats.size).toBe(0);
  });
});

describe("validation", () => {
  test("lists written out or from a range reach the grid", async () => {
    await onSheet((sheet, { workbook }) => {
      workbook.worksheets.add("Listes");
      sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "Nord, Sud" } };
      const { dataValidation } = sheet.getRange("B1");
      dataValidation.rule = { list: { inCellDropDown: true, source: "=Listes!$A$1:$A$9" } };
      dataValidation.errorAlert = { message: "?", showAlert: true, style: "Warning", title: "!" };
      sheet.getRange("C1").dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange("E1:E3") },
      };
    });
    expect(memory().validations.map(({ items, strict }) => [items, strict])).toEqual([
      [["Nord", "Sud"], true],
      [{ formula: "=Listes!$A$1:$A$9" }, false],
      [{ formula: "=Feuil1!$E$1:$E$3" }, true],
    ]);
    const type = await onSheet(async (sheet, { workbook }) => {
      const { dataValidation } = sheet.getRange("A1").load("dataValidation/type,dataValidation/rule");
      await workbook.context.sync();
      return [dataValidation.type, dataValidation.rule.list?.source];
    });
    expect(type).toEqual(["List", "Nord, Sud"]);
    await onSheet((sheet) => sheet.getRange("A1:C1").dataValidation.clear());
    expect(memory().validations).toEqual([]);
  });

  test("a list of more than 255 characters is refused", async () => {
    const source = Array.from({ length: 60 }, (_item, n) => `choix${n}`).join(",");
    expect(
      await refusal(
        (sheet) => (sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source } }),
      ),
    ).toBe("InvalidArgument");
  });
});

describe("charts", () => {
  test("are added, titled, placed, fed anew and deleted", async () => {
    await onSheet(async (sheet, { workbook }) => {
      sheet.getRange("A1:C3").values = [
        ["", "2023", "2024"],
        ["Nord", 1, 2],
        ["Sud", 3, 4],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
      chart.name = "Vigie_CA";
      chart.title.text = "Chiffre d'affaires";
      chart.legend.position = "Bottom";
      chart.setPosition("E2", "H11");
      await workbook.context.sync();
    });
    const [chart] = [...memory().charts.values()];
    expect(chart).toMatchObject({
      name: "Vigie_CA",
      title: "Chiffre d'affaires",
      type: "ColumnClustered",
      seriesBy: "Columns",
      left: 192,
      top: 15,
      width: 192,
      height: 150,
    });
    const seen = await onSheet(async (sheet, { workbook }) => {
      const found = sheet.charts.getItem("Vigie_CA").load("name,width,chartType");
      const series = found.series.load("items/name");
      found.legend.load("position");
      found.setData(sheet.getRange("A1:B3"), "Columns");
      await workbook.context.sync();
      return [found.width, found.chartType, series.items.map((item) => item.name), found.legend.position];
    });
    expect(seen).toEqual([192, "ColumnClustered", ["2023", "2024"], "Bottom"]);
    expect([...memory().charts.values()][0]?.data.columns).toBe(2);
    await onSheet((sheet) => sheet.charts.getItem("Vigie_CA").delete());
    expect(memory().charts.size).toBe(0);
  });
});

test("workbook settings are those of the document, custom XML parts are kept", async () => {
  const seen = await onSheet(async (_sheet, { workbook }) => {
    workbook.settings.add("vigie.generation", 3);
    const part = workbook.customXmlParts.add('<vigie xmlns="urn:vigie:1"><a/></vigie>');
    await workbook.context.sync();
    const setting = workbook.settings.getItem("vigie.generation").load("value");
    const parts = workbook.customXmlParts.getByNamespace("urn:vigie:1").load("items/id");
    const xml = part.getXml();
    const none = workbook.settings.getItemOrNullObject("rien");
    await workbook.context.sync();
    return [setting.value, parts.items.length, xml.value, none.isNullObject];
  });
  expect(seen).toEqual([3, 1, '<vigie xmlns="urn:vigie:1"><a/></vigie>', true]);
  expect(opened.office.host.book.settings.get("vigie.generation")).toBe(3);
});
