import { layoutSheet } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import { address } from "../../src/sales/a1";
import { buildDashboards } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { facts, people } from "../dashboard/madeUp";
import { act, granted, refusal, sheetNames } from "./office";

const PLAN = layoutSheet(revenueSheet, facts());
const GROWN = layoutSheet(revenueSheet, facts({ commercial: people(40) }));

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const build = async (plan: SheetPlan = PLAN) => granted(await buildDashboards([plan]));
const sheetNamed = (name: string) => office.grid.sheetIds().find((id) => office.grid.sheetName(id) === name)!;
const cell = (sheet: string, { row, column }: { row: number; column: number }) =>
  office.grid.formulas({ sheet: sheetNamed(sheet), row, column, rows: 1, columns: 1 })[0]![0];
const rangeNamed = (plan: SheetPlan, name: string) => plan.names.find((item) => item.name === name)!.range;
const choose = (value: string, name = "Vigie_Region") =>
  act(({ names }) => {
    names.getItem(name).getRange().values = [[value]];
  });

test("every text, number and formula of the plan stands in its cell", async () => {
  expect((await build()).written).toEqual([PLAN.name]);
  const expected = PLAN.cells.flatMap(({ row, column, content }) =>
    content.kind === "empty"
      ? []
      : [
          [
            row,
            column,
            content.kind === "text"
              ? content.text
              : content.kind === "number"
                ? content.value
                : content.formula,
          ],
        ],
  );
  expect(expected.length).toBeGreaterThan(30);
  const found = expected.map(([row, column]) => [
    row,
    column,
    cell(PLAN.name, { row: Number(row), column: Number(column) }),
  ]);
  expect(found).toEqual(expected);
});

test("styles reach every cell, rooms kept for answers included", async () => {
  await build();
  const sheet = sheetNamed(PLAN.name);
  for (const { row, column, style, content } of PLAN.cells) {
    if (!style) continue;
    const face = office.grid.face(sheet, row, column);
    expect([face.bold ?? false, face.numberFormat, face.size]).toEqual([
      style.bold ?? false,
      style.numberFormat ?? face.numberFormat,
      style.size ?? face.size,
    ]);
    if (content.kind !== "formula" || !content.spill || content.spill.rows < 2) continue;
    const below = PLAN.cells.some((other) => other.row === row + 1 && other.column === column);
    if (!below) expect(office.grid.face(sheet, row + 1, column).size).toBe(style.size);
  }
});

test("names, lists, tiers, charts, panes and paper are those of the plan", async () => {
  await build();
  const { book } = office.host;
  const visible = book.names.filter((name) => name.visible).map(({ name }) => name);
  expect(visible).toEqual(PLAN.names.map(({ name }) => name));
  expect([...book.charts.values()].map(({ name }) => name)).toEqual(PLAN.charts.map(({ name }) => name));
  expect(book.conditionalFormats.size).toBe(PLAN.conditionalFormats.length + (PLAN.emphases?.length ?? 0));
  expect(book.validations).toHaveLength(PLAN.validations.length);
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(PLAN.name);
    sheet.load("showGridlines,visibility");
    sheet.pageLayout.load("orientation,paperSize");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowCount");
    await context.sync();
    expect([sheet.showGridlines, sheet.pageLayout.orientation, sheet.pageLayout.paperSize]).toEqual([
      PLAN.showGridlines,
      PLAN.print.orientation === "landscape" ? "Landscape" : "Portrait",
      "A4",
    ]);
    expect(frozen.rowCount).toBe(PLAN.freeze?.rows);
  });
});

test("an unchanged dashboard is looked at and not written", async () => {
  await build();
  office.host.resetCounters();
  expect((await build()).written).toEqual([]);
  const { syncs, actions } = office.host.counters();
  expect(syncs).toBe(1);
  expect(Object.keys(actions).filter((name) => name.endsWith("=") || /Add|Clear|Delete/.test(name))).toEqual(
    [],
  );
});

test("a dashboard costs few requests: four when new, four when rewritten, the last for its view", async () => {
  await build();
  expect(office.host.counters().syncs).toBe(4);
  office.host.resetCounters();
  await build(GROWN);
  expect(office.host.counters().syncs).toBe(4);
  expect(office.host.counters().bytesUp).toBeLessThan(400_000);
});

test("what the user chose stays when the dashboard is written again, if it is still possible", async () => {
  await build();
  await choose("Sud-Est");
  await choose("2024-Q2", "Vigie_Periode");
  await build(GROWN);
  expect(cell(GROWN.name, rangeNamed(GROWN, "Vigie_Region"))).toBe("Sud-Est");
  expect(cell(GROWN.name, rangeNamed(GROWN, "Vigie_Periode"))).toBe("2024-Q2");
  const withoutRegion = layoutSheet(revenueSheet, facts({ region: ["Nord", "Ouest"] }));
  await build(withoutRegion);
  expect(cell(PLAN.name, rangeNamed(withoutRegion, "Vigie_Region"))).toBe("Toutes");
});

test("a renamed or moved dashboard is found again and keeps its name", async () => {
  await build();
  await act(({ worksheets }) => {
    const sheet = worksheets.getItem(PLAN.name);
    sheet.name = "Mon CA";
    sheet.position = 0;
  });
  expect((await build()).written).toEqual([]);
  const report = await build(GROWN);
  expect(report.sheetNames).toEqual({ [PLAN.name]: "Mon CA" });
  expect(sheetNames(office.host)).not.toContain(PLAN.name);
});

test("a deleted dashboard is made anew, a user's sheet of its name is left alone", async () => {
  await build();
  await act(({ worksheets }) => {
    worksheets.getItem(PLAN.name).delete();
    worksheets.add(PLAN.name).getRange("A1").values = [["à moi"]];
  });
  const report = await build();
  expect(report.sheetNames).toEqual({ [PLAN.name]: `${PLAN.name} (2)` });
  expect(cell(PLAN.name, { row: 0, column: 0 })).toBe("à moi");
  expect((await build()).written).toEqual([]);
});

test("a copy of a dashboard is the user's own: the original alone is written again", async () => {
  await build();
  const before = sheetNames(office.host);
  await act(({ worksheets }) => {
    worksheets.getItem(PLAN.name).copy("End");
  });
  const copy = sheetNames(office.host).find((name) => !before.includes(name));
  if (!copy) throw new Error("no copy");
  const formulasOf = (name: string) =>
    office.grid.formulas({ sheet: sheetNamed(name), row: 0, column: 0, rows: 120, columns: 20 });
  const copied = formulasOf(copy);
  const original = formulasOf(PLAN.name);
  expect(copied).toEqual(original);
  const other = layoutSheet(revenueSheet, { ...facts(), language: "en" });
  expect((await build({ ...other, name: PLAN.name })).written).toEqual([PLAN.name]);
  expect(formulasOf(copy)).toEqual(copied);
  expect(formulasOf(PLAN.name)).not.toEqual(original);
  await act(({ worksheets }) => {
    worksheets.getItem(copy).delete();
  });
  expect((await build({ ...other, name: PLAN.name })).written).toEqual([]);
});

test("a dashboard is found by its names in a workbook that lost its bookkeeping", async () => {
  await build();
  await act(({ worksheets }) => {
    const meta = worksheets.getItem("vigie.meta");
    meta.visibility = "Visible";
    meta.delete();
  });
  await build(GROWN);
  expect(sheetNames(office.host).filter((name) => name.startsWith(PLAN.name))).toEqual([PLAN.name]);
});

test("a protected dashboard is refused by its name, before anything is written", async () => {
  await build();
  await act(({ worksheets }) => worksheets.getItem(PLAN.name).protection.protect());
  const outcome = await buildDashboards([GROWN, { ...PLAN, name: "Clients", names: [] }]);
  expect(outcome).toEqual({
    ok: false,
    failure: { code: "workbook-protected", params: { sheet: PLAN.name } },
  });
  expect(sheetNames(office.host)).not.toContain("Clients");
});

test("a dashboard that could not be written completely is written again next time", async () => {
  await build();
  office.host.faults.failSync(3, { kind: "error-after", code: "GeneralException" });
  expect(refusal(await buildDashboards([GROWN]))).toBe("workbook-refused");
  office.host.faults.failSync(3, { kind: "error", code: "InvalidOperationInCellEditMode" });
  expect(refusal(await buildDashboards([PLAN]))).toBe("workbook-editing");
  office.host.faults.clear();
  expect((await build(PLAN)).written).toEqual([PLAN.name]);
  expect(cell(PLAN.name, { row: 1, column: 1 })).toBe("Chiffre d'affaires");
});

test("cells that the user filled beyond the dashboard stay", async () => {
  await build();
  await act(({ worksheets }) => {
    worksheets.getItem(PLAN.name).getRange("AZ200").values = [["ma note"]];
  });
  await build(GROWN);
  expect(cell(PLAN.name, { row: 199, column: 51 })).toBe("ma note");
});

describe("what a hand wrote into a dashboard", () => {
  const write = (address: string, content: string) =>
    act(({ worksheets }) => {
      worksheets.getItem(PLAN.name).getRange(address).formulas = [[content]];
    });
  const titleCell = PLAN.cells.find(({ content }) => content.kind === "text")!;
  const formulaCell = PLAN.cells.find(({ content }) => content.kind === "formula" && !content.spill)!;
  const titleAddress = address(titleCell.row, titleCell.column);
  const formulaAddress = address(formulaCell.row, formulaCell.column);
  /** Above the page's margin: no plan puts anything there. */
  const FREE = "C1";

  beforeEach(async () => {
    await build();
    await write(titleAddress, "Mon titre");
    await write(formulaAddress, "=1+1");
    await write(FREE, "=2*3");
  });

  const asked = () => buildDashboards([GROWN]).then(granted);

  test("is told cell by cell, and stays until the user has chosen", async () => {
    const report = await asked();
    expect(report.written).toEqual([]);
    expect(report.edited).toEqual([
      {
        sheet: PLAN.name,
        count: 3,
        cells: [
          { address: FREE, content: "=2*3" },
          { address: titleAddress, content: "Mon titre" },
          { address: formulaAddress, content: "=1+1" },
        ],
      },
    ]);
    expect(cell(PLAN.name, titleCell)).toBe("Mon titre");
    expect((await asked()).edited).toHaveLength(1);
  });

  test("stays at his word, and is asked about again only when the plan changes once more", async () => {
    await asked();
    const kept = granted(await buildDashboards([GROWN], { onEdits: "keep" }));
    expect([kept.written, kept.edited]).toEqual([[], []]);
    expect(cell(PLAN.name, titleCell)).toBe("Mon titre");
    expect((await asked()).edited).toEqual([]);
    const again = granted(
      await buildDashboards([layoutSheet(revenueSheet, facts({ commercial: people(80) }))]),
    );
    expect(again.edited).toHaveLength(1);
  });

  test("goes at his word", async () => {
    const report = granted(await buildDashboards([GROWN], { onEdits: "overwrite" }));
    expect([report.written, report.edited]).toEqual([[PLAN.name], []]);
    expect(cell(PLAN.name, titleCell)).toBe(
      titleCell.content.kind === "text" ? titleCell.content.text : undefined,
    );
    expect((await asked()).written).toEqual([]);
  });

  test("is not what Excel itself does to a formula: other case, spaces, an @", async () => {
    granted(await buildDashboards([GROWN], { onEdits: "overwrite" }));
    const { content } = formulaCell;
    if (content.kind !== "formula") throw new Error("no formula");
    await write(formulaAddress, content.formula.replace("=", "=@").replace(",", ", ").toLowerCase());
    expect((await build()).written).toEqual([PLAN.name]);
  });

  test("is found in rows inserted above, which are the user's", async () => {
    granted(await buildDashboards([PLAN], { onEdits: "overwrite" }));
    granted(await buildDashboards([GROWN], { onEdits: "overwrite" }));
    await act(({ worksheets }) => {
      const sheet = worksheets.getItem(PLAN.name);
      sheet.getRange("1:2").insert("Down");
      sheet.getRange("B1").values = [["À lire avant la réunion"]];
    });
    expect(granted(await buildDashboards([PLAN])).edited).toEqual([
      { sheet: PLAN.name, count: 1, cells: [{ address: "B1", content: "À lire avant la réunion" }] },
    ]);
  });

  test("costs no request more", async () => {
    office.host.resetCounters();
    granted(await buildDashboards([GROWN], { onEdits: "overwrite" }));
    expect(office.host.counters().syncs).toBe(4);
  });
});
