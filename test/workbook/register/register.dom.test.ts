import { fieldsOf, REGISTER } from "../../../src/kept";
import { defaultRegister } from "../../../src/kpi/register/defaults";
import { ensureRegister, keepRegister, readRegister, saveEntry, watchRegister } from "../../../src/workbook";
import { MEMORY_SHEET } from "../../../src/workbook/kept/registerMemory";
import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";
import { act, granted, sheetNames } from "../office";

const DEFAULTS = defaultRegister("fr");
const FIRST_ROW = 5;
/** The column of a field, as a letter. */
const column = (field: string): string =>
  String.fromCharCode(65 + fieldsOf(REGISTER).indexOf(field as never));
const rowOf = (kpi: string): number => FIRST_ROW + DEFAULTS.findIndex((entry) => entry.kpi === kpi);

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const type = (address: string, values: unknown[][], sheet = "Référentiel") =>
  act(({ worksheets }) => {
    worksheets.getItem(sheet).getRange(address).values = values;
  });
const read = async () => granted(await readRegister());
const entry = async (kpi: string) => (await read()).entries.find((one) => one.kpi === kpi);
const keep = async (by = "Anne", at = 1) => granted(await keepRegister({ by, at }));

test("without a sheet the product's own entries hold, and nothing is written", async () => {
  expect(await read()).toEqual({ entries: DEFAULTS, problems: [], versions: [] });
  expect(sheetNames(office.host)).not.toContain("Référentiel");
});

test("the sheet is made once, with every KPI, and never overwritten", async () => {
  expect(granted(await ensureRegister())).toBe(true);
  expect(await read()).toEqual({ entries: DEFAULTS, problems: [], versions: [] });
  await type(`${column("user")}${rowOf("CA")}`, [["Paul"]]);
  expect(granted(await ensureRegister())).toBe(false);
  expect(await entry("CA")).toMatchObject({ user: "Paul" });
});

test("cells offer yes and no, and take numbers only where thresholds stand", async () => {
  granted(await ensureRegister());
  const ruleOf = (address: string) =>
    Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("Référentiel").getRange(address);
      dataValidation.load("rule,type");
      await context.sync();
      return dataValidation.rule;
    });
  expect(await ruleOf(`${column("shown")}5`)).toMatchObject({ list: { source: "oui,non" } });
  expect(await ruleOf(`${column("alert")}${FIRST_ROW + DEFAULTS.length}`)).toMatchObject({
    decimal: { operator: "Between" },
  });
});

test("what is typed is in force; what it said before is kept with who and when", async () => {
  granted(await ensureRegister());
  await type(`${column("alert")}${rowOf("CA")}`, [["70 %"]]);
  await type(`${column("shown")}${rowOf("DSO")}`, [["oui"]]);
  const { entries, versions } = await keep("Anne", 42);
  expect(entries.find(({ kpi }) => kpi === "CA")?.thresholds).toEqual({ alertAttainment: 0.7 });
  expect(entries.find(({ kpi }) => kpi === "DSO")?.shown).toBe(true);
  expect(versions.map(({ before, at, by }) => [before.kpi, at, by])).toEqual([
    ["CA", 42, "Anne"],
    ["DSO", 42, "Anne"],
  ]);
  expect((await keep("Anne", 43)).versions).toHaveLength(2);
});

test("a row with a mistake keeps its last good value, and the cell is told", async () => {
  granted(await ensureRegister());
  await type(`${column("alert")}${rowOf("MARGE")}`, [[0.6]]);
  await keep();
  await type(`${column("alert")}${rowOf("MARGE")}`, [["beaucoup"]]);
  const { entries, problems } = await keep();
  expect(entries.find(({ kpi }) => kpi === "MARGE")?.thresholds).toEqual({ alertAttainment: 0.6 });
  expect(problems).toEqual([
    {
      address: `Référentiel!${column("alert")}${rowOf("MARGE")}`,
      failure: { code: "register-invalid", params: { row: rowOf("MARGE") } },
      cause: { code: "row-bad-number", params: { value: "beaucoup" } },
    },
  ]);
});

test("columns moved, headings in English, rows sorted, sheet renamed: it is still the register", async () => {
  granted(await ensureRegister());
  const user = column("user");
  const shown = column("shown");
  await act(({ worksheets }) => {
    const sheet = worksheets.getItem("Référentiel");
    sheet.getRange(`${user}4:${user}5`).values = [["Shown"], ["non"]];
    sheet.getRange(`${shown}4:${shown}5`).values = [["Who decides"], ["Paul"]];
    sheet.name = "Nos règles";
  });
  await type(
    `${user}6:${user}${FIRST_ROW + DEFAULTS.length - 1}`,
    Array.from({ length: DEFAULTS.length - 1 }, () => ["non"]),
    "Nos règles",
  );
  const { entries, problems } = await read();
  expect(problems).toEqual([]);
  expect(entries[0]).toMatchObject({ kpi: "CA", user: "Paul", shown: false });
  expect(granted(await ensureRegister())).toBe(false);
});

test("headings that are gone are told; what was last in force stays", async () => {
  granted(await ensureRegister());
  await type(`${column("shown")}4`, [["Autre chose"]]);
  const { entries, problems } = await read();
  expect(entries).toEqual(DEFAULTS);
  expect(problems.map(({ cause }) => cause.code)).toEqual(["file-missing-columns"]);
});

test("a deleted sheet is made anew with what was last in force", async () => {
  granted(await ensureRegister());
  await type(`${column("user")}${rowOf("CA")}`, [["Paul"]]);
  await keep();
  await act(({ worksheets }) => worksheets.getItem("Référentiel").delete());
  expect(await entry("CA")).toMatchObject({ user: "Paul" });
  expect(granted(await ensureRegister())).toBe(true);
  expect(await entry("CA")).toMatchObject({ user: "Paul" });
  expect((await read()).versions).toHaveLength(1);
});

test("a KPI that the product gained gets a row; one whose row was deleted does not come back", async () => {
  granted(await ensureRegister());
  await act(({ worksheets }) => {
    const memory = worksheets.getItem(MEMORY_SHEET);
    // As a version without the last KPI would have left the workbook.
    memory.getRange(`A${DEFAULTS.length}`).values = [[""]];
    worksheets
      .getItem("Référentiel")
      .getRange(`A${FIRST_ROW + DEFAULTS.length - 1}:L${FIRST_ROW + DEFAULTS.length - 1}`)
      .clear();
    worksheets.getItem("Référentiel").getRange("A5:L5").clear();
  });
  expect(granted(await ensureRegister())).toBe(true);
  const kpis = (await read()).entries.map(({ kpi }) => kpi);
  expect(kpis).toEqual(DEFAULTS.slice(1).map(({ kpi }) => kpi));
});

test("an entry saved by the pane stands in its row and nowhere else, formulas being text", async () => {
  granted(await ensureRegister());
  const saved = {
    ...DEFAULTS[1]!,
    objective: "=1+1",
    user: "Léa",
    shown: false,
    thresholds: { alertValue: 500, anticipationValue: 900 },
  };
  const { entries, versions } = granted(await saveEntry(saved, { by: "Léa", at: 7 }));
  expect(entries).toEqual(DEFAULTS.map((one) => (one.kpi === saved.kpi ? saved : one)));
  expect(versions).toEqual([{ before: DEFAULTS[1], at: 7, by: "Léa" }]);
  expect(granted(await saveEntry(DEFAULTS[1]!, { by: "Léa", at: 8 })).entries).toEqual(DEFAULTS);
});

test("a KPI without row gets one when it is saved", async () => {
  granted(await ensureRegister());
  await act(({ worksheets }) => worksheets.getItem("Référentiel").getRange("A5:L5").clear());
  await keep();
  const { entries } = granted(await saveEntry(DEFAULTS[0]!, { by: "", at: 1 }));
  expect(entries.at(-1)).toEqual(DEFAULTS[0]);
  expect(entries).toHaveLength(DEFAULTS.length);
});

test("as many versions are kept as fit, the newest", async () => {
  granted(await ensureRegister());
  await act(({ worksheets }) => {
    const line = JSON.stringify({ was: { before: DEFAULTS[0], at: 0, by: "" } });
    const rows = Array.from({ length: 200 }, () => [line]);
    worksheets.getItem(MEMORY_SHEET).getRange(`A${DEFAULTS.length + 1}:A${DEFAULTS.length + 200}`).values =
      rows;
  });
  expect((await read()).versions).toHaveLength(200);
  await type(`${column("user")}${rowOf("CA")}`, [["Paul"]]);
  const { versions } = await keep("Anne", 9);
  expect(versions).toHaveLength(200);
  expect(versions[0]).toMatchObject({ at: 9, by: "Anne" });
  expect((await read()).versions).toEqual(versions);
});

test("a watch asked before there is a sheet hears what is typed later", async () => {
  let heard = 0;
  const stop = granted(await watchRegister(() => heard++));
  granted(await ensureRegister());
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = heard;
  await type(`${column("user")}${rowOf("CA")}`, [["Paul"]]);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(heard).toBe(before + 1);
  await stop();
});
