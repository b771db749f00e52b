import { newSpreadsheet, sheetsWorkbook } from "../../src/gsheets";
import { openBook } from "../../src/gsheets/book";
import { KPIS } from "../../src/kpi";
import type { WorkbookContents } from "../../src/live";
import { directFile } from "../../workbench/sheets/directFile";
import { SheetsApi } from "../../workbench/sheets/sheetsApi";
import { demoContents, frozenCells } from "./parts";

const LINES = 5_000;

async function written(contents: WorkbookContents): Promise<SheetsApi> {
  const api = new SheetsApi();
  for (const requests of await newSpreadsheet(contents, { language: "fr", generation: "g1" }))
    api.batchUpdate({ requests: JSON.parse(JSON.stringify(requests)) });
  return api;
}

const cellsOf = (api: SheetsApi, title: string) => {
  const sheet = api.book.sheets.find((one) => one.title === title);
  return new Map(
    [...(sheet?.cells ?? [])].flatMap(([key, { value }]) => {
      const shown = value?.numberValue ?? value?.stringValue ?? value?.boolValue;
      return shown === undefined ? [] : [[key, shown] as const];
    }),
  );
};

describe("a new spreadsheet of Google's", () => {
  let contents: WorkbookContents;
  let api: SheetsApi;
  beforeAll(async () => {
    contents = await demoContents(LINES);
    api = await written(contents);
  }, 120_000);

  it("shows on every dashboard what the Excel edition shows, cell by cell", async () => {
    const excel = await frozenCells(contents);
    const { dashboards } = (await openBook(directFile(api))).meta ?? {};
    const names = Object.keys(dashboards ?? {});
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const name of names) {
      expect(cellsOf(api, name).size).toBeGreaterThan(50);
      expect([name, cellsOf(api, name)]).toEqual([name, excel.get(name)]);
    }
  });

  it("gives the data back as it was", async () => {
    const read = await sheetsWorkbook(directFile(api), { newGeneration: () => "g2" }).load();
    expect(read).toEqual({ ok: true, value: contents.data });
  });

  it("gives the targets and the register back as they were written", async () => {
    const workbook = sheetsWorkbook(directFile(api), { newGeneration: () => "g2" });
    const targets = await workbook.readTargets({ kpis: KPIS });
    // Below the title and the headings, one a row.
    const rows = contents.targets.map((_, at) => at + 5);
    expect(targets).toMatchObject({ ok: true, value: { targets: contents.targets, problems: [], rows } });
    const register = await workbook.readRegister({ language: "fr" });
    expect(register.ok && register.value.problems).toEqual([]);
  });

  it("holds no formula outside the kept tables, and there none with a comma or a dot in its function", () => {
    const formulas = api.book.sheets.flatMap(({ title, cells }) =>
      [...cells.values()].flatMap(({ value }) =>
        value?.formulaValue ? [`${title}!${value.formulaValue}`] : [],
      ),
    );
    expect(formulas.filter((formula) => !/^(Objectifs|Référentiel|Réglages)!/.test(formula))).toEqual([]);
    const bare = formulas.map((formula) => formula.replace(/"[^"]*"/g, ""));
    expect(bare.filter((formula) => /,|KPI\./.test(formula))).toEqual([]);
  });

  it("colours each tier as its word says", async () => {
    const { dashboards = {} } = (await openBook(directFile(api))).meta ?? {};
    const ids = Object.values(dashboards).map(({ sheetId }) => sheetId);
    const fills = new Map<string, Set<string>>();
    for (const sheet of api.book.sheets.filter(({ sheetId }) => ids.includes(sheetId)))
      for (const { value, format } of sheet.cells.values()) {
        const word = /^(?:\S )?(Équilibre|Anticipation|Alerte)$/.exec(value?.stringValue ?? "")?.[1];
        const rgb = format?.backgroundColorStyle?.rgbColor;
        if (word) fills.set(word, (fills.get(word) ?? new Set()).add(JSON.stringify(rgb)));
      }
    expect([...fills.keys()].sort()).toEqual(["Alerte", "Anticipation", "Équilibre"]);
    for (const [word, seen] of fills) {
      expect([word, seen.size]).toEqual([word, 1]);
      expect([...seen]).not.toContain(undefined);
    }
    expect(new Set([...fills.values()].map((seen) => [...seen][0])).size).toBe(3);
  });
});
