import { layoutSheets } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { withinLimits } from "../../src/dashboard/withinLimits";
import { buildDashboards, ensureTargets, writeNewSheet } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { LIMITS } from "../../workbench/host/limits";
import { ADDRESSES, COMPANIES, REGIONS } from "../dashboard/longNames";
import { facts } from "../dashboard/madeUp";
import { granted, sheetNames } from "./office";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const NAMES = { region: REGIONS, commercial: ADDRESSES, client: COMPANIES, secteur: COMPANIES };
const textAt = (sheet: number, row: number, column: number) =>
  String(
    office.grid.formulas({ sheet: office.grid.sheetIds()[sheet]!, row, column, rows: 1, columns: 1 })[0]![0],
  );

test("dashboards and targets of a company with long names are written whole", async () => {
  const plans = layoutSheets(DASHBOARDS, facts(NAMES));
  expect(granted(await buildDashboards(plans)).written).toHaveLength(plans.length);
  const alerts = office.host.book.validations.map(({ errorAlert }) => errorAlert as { message: string });
  const messages = alerts.map(({ message }) => message);
  expect(Math.max(...messages.map(({ length }) => length))).toBeLessThanOrEqual(
    LIMITS.validationMessage.most,
  );
  // Whole names only: each listed one is one of the company's.
  const cut = messages.find((message) => message.endsWith("…") && message.includes(ADDRESSES[0]!))!;
  expect(
    cut.split(", ").every((name) => name === "…" || ADDRESSES.includes(name) || !name.includes("@")),
  ).toBe(true);
  expect(granted(await ensureTargets([]))).toBe(true);
});

/** Every kind of text a plan has, each longer than Excel takes. */
const OVERLONG: SheetPlan = {
  name: "Syndicat intercommunal pour l'enlèvement [2026]",
  cells: [
    { row: 0, column: 0, content: { kind: "text", text: "x".repeat(40_000) } },
    { row: 1, column: 0, content: { kind: "text", text: "Client ".repeat(60) } },
    { row: 1, column: 1, content: { kind: "text", text: "CA ".repeat(120) } },
    {
      row: 2,
      column: 0,
      content: { kind: "formula", formula: `=LEN("${COMPANIES.join(" ").replaceAll('"', '""')}")` },
    },
    { row: 2, column: 1, content: { kind: "number", value: 1 } },
  ],
  columnWidths: {},
  rowHeights: {},
  merges: [],
  conditionalFormats: [],
  validations: [
    { range: { row: 3, column: 0, rows: 1, columns: 1 }, list: COMPANIES, strict: true },
    { range: { row: 4, column: 0, rows: 1, columns: 1 }, list: ["=Nord", "Sud"], strict: true },
  ],
  numberRules: [
    {
      range: { row: 5, column: 0, rows: 1, columns: 1 },
      title: COMPANIES[0]!,
      example: COMPANIES.join(" · "),
    },
  ],
  charts: [
    {
      name: COMPANIES.join(" "),
      title: COMPANIES.join(" "),
      kind: "column",
      at: { row: 8, column: 0, rows: 10, columns: 4 },
      data: { row: 1, column: 0, rows: 2, columns: 2 },
    },
  ],
  tables: [{ name: "Vigie_Essai", range: { row: 1, column: 0, rows: 2, columns: 2 } }],
  names: [],
  showGridlines: true,
  print: {
    orientation: "portrait",
    area: { row: 0, column: 0, rows: 20, columns: 4 },
    fitToWidth: 1,
    fitToHeight: 1,
  },
};

test("every kind of text is cut to what Excel takes; what cannot be cut is a fault of the declaration", async () => {
  expect(granted(await buildDashboards([withinLimits(OVERLONG)])).written).toHaveLength(1);
  expect(sheetNames(office.host)).toContain("Syndicat intercommunal pour l'e");
  const sheet = sheetNames(office.host).indexOf("Syndicat intercommunal pour l'e");
  expect(textAt(sheet, 0, 0)).toHaveLength(LIMITS.cellText.most - 1);
  const endless = { kind: "formula", formula: `=${"1+".repeat(5_000)}1` } as const;
  expect(() => withinLimits({ ...OVERLONG, cells: [{ row: 0, column: 0, content: endless }] })).toThrow(
    "10002",
  );
});

test("the same plan as it stands is refused: the stand-in knows these limits", async () => {
  expect((await buildDashboards([OVERLONG])).ok).toBe(false);
});

test("rows of a CRM with a text longer than a cell come into a new sheet, told by …", async () => {
  const rows = [[COMPANIES[0]!, "y".repeat(40_000)]];
  const name = granted(
    await writeNewSheet({ name: "Écartées : Clients/2026 [CRM]", headings: ["Nom", "Note"], rows }),
  );
  expect(name).toBe("Écartées   Clients 2026  CRM");
  expect(textAt(sheetNames(office.host).indexOf(name), 1, 1)).toMatch(/^y+…$/);
});
