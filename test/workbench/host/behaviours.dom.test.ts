import {
  BEHAVIOURS,
  behaviours,
  behavioursText,
  OTHER_BEHAVIOURS,
  parseBehaviours,
} from "../../../workbench/host/behaviours";
import { type OpenedOffice, type OpenOptions, openOffice } from "../../../workbench/host/jsdom";
import { onSheet, refusal } from "./open";

let office: OpenedOffice | undefined;
const open = async (options: OpenOptions): Promise<OpenedOffice> => {
  office = await openOffice(options);
  return office;
};
afterEach(() => office?.dispose());

test("every behaviour has a first choice, another, a reason and a source; a text names them", () => {
  for (const { choices, about, source } of Object.values(BEHAVIOURS)) {
    expect(new Set(choices).size).toBeGreaterThan(1);
    expect(about.length * source.length).toBeGreaterThan(0);
  }
  for (const other of OTHER_BEHAVIOURS) {
    expect(parseBehaviours(behavioursText(other))).toEqual(other);
    expect(behaviours(other)).not.toEqual(behaviours());
  }
  expect(parseBehaviours("")).toEqual({});
  for (const wrong of ["textmark=keeps", "textMark=kept", "textMark"])
    expect(() => parseBehaviours(wrong)).toThrow(/textMark=keeps/);
});

describe("the apostrophe of a text", () => {
  const typed = (format: string) =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [[format]];
      range.values = [["'2024-03"]];
      range.load("values");
      await context.sync();
      return range.values[0]?.[0] as unknown;
    });

  test("goes, or stays in a cell of format @ alone", async () => {
    await open({});
    expect([await typed("@"), await typed("General")]).toEqual(["2024-03", "2024-03"]);
    office?.dispose();
    await open({ behaviours: { textMark: "keeps" } });
    expect([await typed("@"), await typed("General")]).toEqual(["'2024-03", "2024-03"]);
  });

  test("that a table's rows move by is the host's own", async () => {
    await open({ behaviours: { textMark: "keeps" } });
    const moved = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A2");
      range.numberFormat = [["@"]];
      range.values = [["Nom"], ["=2"]];
      const table = sheet.tables.add("A1:A2", true);
      table.rows.add(0, [["x"]]);
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      return body.values;
    });
    expect(moved).toEqual([["x"], ["=2"]]);
  });
});

test("ExcelApi 1.9 alone is claimed where it is chosen", async () => {
  await open({ behaviours: { excelApi: "1.9" } });
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.10")).toBe(false);
  expect(await refusal((sheet) => sheet.getRange("A1").getSpillParentOrNullObject())).toBe("ApiNotFound");
});

describe("series of a new chart", () => {
  const seriesOf = (fill: (sheet: Excel.Worksheet) => void) =>
    onSheet(async (sheet, context) => {
      fill(sheet);
      const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"), "Columns");
      chart.series.load("items/name");
      await context.sync();
      return chart.series.items.map(({ name }) => name);
    });
  const headings = (sheet: Excel.Worksheet) => {
    sheet.getRange("A1:B1").values = [["Mois", "CA"]];
  };
  const months = (sheet: Excel.Worksheet) => {
    headings(sheet);
    sheet.getRange("A2:B4").values = [
      ["janvier", 1],
      ["février", 2],
      ["mars", 3],
    ];
  };

  test("are those of first row and column by rule, also while the cells are empty", async () => {
    await open({});
    expect(await seriesOf(headings)).toEqual(["CA"]);
    expect(await seriesOf(months)).toEqual(["CA"]);
  });

  test("are guessed from what the cells hold: a category still empty makes a series of its own", async () => {
    await open({ behaviours: { chartSeries: "contents" } });
    expect(await seriesOf(headings)).toEqual(["Mois", "CA"]);
    expect(await seriesOf(months)).toEqual(["CA"]);
    expect(
      await seriesOf((sheet) => {
        sheet.getRange("A1:B4").clear();
        sheet.getRange("B1").values = [["CA"]];
      }),
    ).toEqual(["CA"]);
  });

  test("can be told: values, categories, name, one more, one less", async () => {
    const { host } = await open({ behaviours: { chartSeries: "contents" } });
    await onSheet((sheet) => {
      headings(sheet);
      const { series } = sheet.charts.add("Line", sheet.getRange("A1:B4"), "Columns");
      series.getItemAt(0).delete();
      const first = series.getItemAt(0);
      first.setValues(sheet.getRange("B2:B4"));
      first.setXAxisValues(sheet.getRange("A2:A4"));
      first.name = "Chiffre d'affaires";
      series.add("Objectif").setValues(sheet.getRange("C2:C4"));
    });
    const [chart] = host.book.charts.values();
    expect(
      chart?.series.map(({ name, values, categories }) => [name, values.column, categories?.column]),
    ).toEqual([
      ["Chiffre d'affaires", 1, 0],
      ["Objectif", 2, undefined],
    ]);
  });
});

describe("another workbook in front", () => {
  const REFUSED: readonly [string, Parameters<typeof refusal>[0], string][] = [
    ["gridlines", (sheet) => void Object.assign(sheet, { showGridlines: false }), "GeneralException"],
    ["frozen rows", (sheet) => sheet.freezePanes.freezeRows(1), "GeneralException"],
    ["panes let go", (sheet) => sheet.freezePanes.unfreeze(), "GeneralException"],
    ["activation", (sheet) => sheet.activate(), "GeneralException"],
    ["selection", (sheet) => sheet.getRange("A1").select(), "GeneralException"],
    [
      "the active cell",
      (_sheet, { workbook }) => workbook.getActiveCell().load("address"),
      "InvalidSelection",
    ],
  ];

  test.each(REFUSED)("refuses %s, and takes it when this one is back", async (_what, work, code) => {
    const { host } = await open({ behaviours: { workbookInFront: "other" } });
    expect(await refusal(work)).toBe(code);
    host.bringToFront("this");
    await onSheet(work);
  });

  test("takes contents, formats and new sheets; an older Excel refuses sheets too", async () => {
    const { host } = await open({ behaviours: { workbookInFront: "other" } });
    const add = (_sheet: Excel.Worksheet, { workbook }: Excel.RequestContext) =>
      void workbook.worksheets
        .add("Neuve")
        .getRange("A1")
        .set({ values: [[1]], numberFormat: [["0.0"]] });
    await onSheet(add);
    host.bringToFront("otherInOlderExcel");
    expect(await refusal((_sheet, { workbook }) => void workbook.worksheets.add())).toBe("GeneralException");
    expect(await refusal((_sheet, { workbook }) => workbook.worksheets.getItem("Neuve").delete())).toBe(
      "InvalidSelection",
    );
  });

  test("tells the add-in when this one comes back", async () => {
    const { host } = await open({ behaviours: { workbookInFront: "other" } });
    const heard = jest.fn(() => Promise.resolve());
    await onSheet((_sheet, { workbook }) => void workbook.onActivated.add(heard));
    host.bringToFront("otherInOlderExcel");
    host.bringToFront("this");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

test("a protected workbook refuses sheets until it is unprotected", async () => {
  await open({ behaviours: { structure: "protected" } });
  expect(await refusal((_sheet, { workbook }) => void workbook.worksheets.add())).toBe("AccessDenied");
  await onSheet((_sheet, { workbook }) => workbook.protection.unprotect());
  await onSheet((_sheet, { workbook }) => void workbook.worksheets.add());
});

describe("a person who types in a cell", () => {
  const write = (delayForCellEdit: boolean) =>
    Excel.run({ delayForCellEdit }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
      await context.sync();
      return "written";
    });

  test("refuses a request that does not say it would wait, and holds up one that does until she leaves", async () => {
    const { host } = await open({});
    host.cellEdit.begin();
    await expect(write(false)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    const written = write(true);
    expect(await Promise.race([written, new Promise((resolve) => setTimeout(resolve, 30))])).toBeUndefined();
    host.cellEdit.end();
    expect(await written).toBe("written");
  });

  test("types at each request where it is chosen", async () => {
    await open({ behaviours: { cellEdit: "delays" } });
    await expect(write(false)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    expect(await write(true)).toBe("written");
  });
});
