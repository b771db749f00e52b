import { layoutSheets } from "../../src/dashboard/layout";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import {
  buildDashboards,
  ensureTargets,
  readSelectedCell,
  refreshWorkbook,
  writeNewSheet,
} from "../../src/workbook";
import type { Behaviours } from "../../workbench/host/behaviours";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { facts } from "../dashboard/madeUp";
import { granted, refusal } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

/** All dashboards, as an automatic refresh at half past eight builds them. */
const PLANS = layoutSheets(DASHBOARDS, facts());

let office: OpenedOffice;
const open = async (workbookInFront: Behaviours["workbookInFront"]) => {
  office = await openOffice({ behaviours: { workbookInFront } });
};
afterEach(async () => {
  office.host.bringToFront("this");
  await settled();
  office.dispose();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 200));
const sheetOf = (name: string) => office.grid.sheetIds().find((id) => office.grid.sheetName(id) === name)!;
const frozenRows = (name: string) => office.host.book.state(sheetOf(name)).freeze.rows;
const missing = () =>
  PLANS.flatMap((plan) =>
    plan.cells
      .filter(({ content }) => content.kind === "text" && content.text !== "")
      .filter(({ row, column, content }) => {
        const sheet = sheetOf(plan.name);
        const [[cell]] = office.grid.formulas({ sheet, row, column, rows: 1, columns: 1 }) as [[unknown]];
        return content.kind === "text" && cell !== content.text;
      })
      .map(({ row, column }) => `${plan.name} ${row}:${column}`),
  );
const owing = () =>
  PLANS.filter(({ name, freeze }) => (freeze?.rows ?? 0) !== frozenRows(name)).map(({ name }) => name);

test("a refresh and all dashboards are whole while another workbook is in front; views come when this one is back", async () => {
  await open("other");
  granted(await refreshWorkbook(streamed(sample({ rows: everyTable(3) }).frames), { user: "Anne" }));
  expect(granted(await buildDashboards(PLANS)).written).toEqual(PLANS.map(({ name }) => name));
  expect(missing()).toEqual([]);
  expect(owing().length).toBeGreaterThan(3);
  office.host.bringToFront("this");
  await settled();
  expect(owing()).toEqual([]);
  expect(missing()).toEqual([]);
});

test("what is owed is asked for again by the next build, which writes no cell again", async () => {
  await open("other");
  granted(await buildDashboards(PLANS));
  office.host.book.front.bring("this");
  expect(granted(await buildDashboards(PLANS)).written).toEqual([]);
  expect(owing()).toEqual([]);
  office.host.resetCounters();
  granted(await buildDashboards(PLANS));
  expect(office.host.counters().syncs).toBe(1);
});

test("a printer that refuses one sheet's paper costs that sheet its paper alone, until it answers", async () => {
  await open("this");
  const plans = PLANS.slice(1, 3);
  const [first, second] = plans.map(({ name }) => name) as [string, string];
  const { book } = office.host;
  const answers = book.assertUnprotected.bind(book);
  const paperOf = (name: string) => book.state(sheetOf(name)).printArea !== undefined;
  book.assertUnprotected = (sheet) => {
    if (book.grid.sheetName(sheet) === first && book.state(sheet).freeze.rows > 0)
      throw new Error("No printer");
    answers(sheet);
  };
  expect(granted(await buildDashboards(plans)).written).toEqual([first, second]);
  expect([frozenRows(first) > 0, paperOf(first), paperOf(second)]).toEqual([true, false, true]);
  book.assertUnprotected = answers;
  expect(granted(await buildDashboards(plans)).written).toEqual([]);
  expect(paperOf(first)).toBe(true);
});

test("a kept table's sheet and a new sheet are written too", async () => {
  await open("other");
  expect(granted(await ensureTargets([]))).toBe(true);
  const rows = [["Dupont", 3]] as const;
  const name = granted(await writeNewSheet({ name: "Écarts", headings: ["Nom", "Nombre"], rows }));
  expect(office.grid.values({ sheet: sheetOf(name), row: 1, column: 0, rows: 1, columns: 2 })[0]).toEqual([
    { value: "Dupont", isError: false },
    { value: 3, isError: false },
  ]);
  expect(frozenRows(name)).toBe(0);
  office.host.bringToFront("this");
  await settled();
  expect(frozenRows(name)).toBe(1);
});

test("what cannot be done behind another workbook says so in words", async () => {
  await open("otherInOlderExcel");
  expect(refusal(await buildDashboards(PLANS))).toBe("workbook-refused");
  expect(refusal(await readSelectedCell())).toBe("workbook-refused");
});
