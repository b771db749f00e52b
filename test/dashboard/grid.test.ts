import {
  ageing,
  figuresOf,
  linkTo,
  memberNames,
  memberValues,
  pivotHeadings,
  pivotRows,
  progressBar,
  trend,
} from "../../src/dashboard/formulas";
import { CA } from "../../src/kpi/definitions/ca";
import { COMMANDES } from "../../src/kpi/definitions/commandes";
import { VISITES } from "../../src/kpi/definitions/visites";
import { FIRST_SHEET } from "../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../workbench/grid/univerHeadless";

const SETTLE_MS = 60_000;
const CUSTOMERS = [
  ["Client", "Total"],
  ["Dupont", 30],
  ["Leroy", 20],
  ["Petit", 10],
];

/** Made-up answers: Anne sold in the period, Hugo only before it, Inès ordered without being invoiced. */
const ANSWERS: Readonly<Record<string, (period: unknown) => (string | number)[][]>> = {
  "KPI.CHIFFREAFFAIRES": (period) =>
    period
      ? [
          ["Anne", 70],
          ["Inès", 90],
        ]
      : [
          ["Hugo", 500],
          ["Anne", 300],
          ["Inès", 100],
        ],
  "KPI.COMMANDES": () => [
    ["Anne", 7],
    ["Inès", 3],
  ],
  "KPI.BALANCEAGEE": () => CUSTOMERS,
  "KPI.VISITES": () => [
    ["2025-12", 4],
    ["2026-08", 6],
  ],
  "KPI.TABLEAU": () => [
    ["", "2026-01", "2026-05", "Total"],
    ["Nord", 1, 2, 3],
    ["Total", 1, 2, 3],
  ],
};

/** Excel's own functions around the calls, computed by another spreadsheet than ours. */
test(
  "a spreadsheet sorts the names, looks each figure up, cuts a table and draws a trend",
  async () => {
    const grid = createHeadlessGrid();
    try {
      grid.registerCustomFunctions(Object.keys(ANSWERS), async (name, args) => ({
        value: ANSWERS[name]?.(args[1]) ?? 0,
      }));
      grid.setName("Vigie_Periode", "Feuil1!$H$1");
      grid.setName("Vigie_Region", "Feuil1!$H$2");
      grid.setName("Vigie_Commercial", "Feuil1!$H$3");
      const at = (row: number, column: number, rows = 1, columns = 1) => ({
        sheet: FIRST_SHEET,
        row,
        column,
        rows,
        columns,
      });
      const shown = (...place: Parameters<typeof at>) =>
        grid.values(at(...place)).map((line) => line.map(({ value }) => value ?? ""));
      grid.writeValues(at(0, 7, 3, 1), [["2026"], ["Toutes"], ["Tous"]]);
      grid.writeValues(at(0, 10, 2, 1), [[180], [0.8]]);
      const asked = { kpi: CA, axis: "commercial" } as const;
      const visits = { kpi: VISITES, axis: "mois" } as const;
      const formulas: readonly (readonly [number, number, string])[] = [
        [0, 0, memberNames(asked, CA, "fr")],
        [0, 1, figuresOf("A1:A5", asked, "fr")],
        [0, 2, figuresOf("A1:A5", { kpi: COMMANDES, axis: "commercial" }, "fr")],
        [10, 0, ageing("client", 2)],
        [20, 0, trend("B1:B5")],
        [21, 0, trend("C1:C5")],
        [30, 0, memberNames(visits, VISITES, "fr")],
        [30, 1, figuresOf("A31:A34", visits, "fr")],
        [40, 0, memberValues(visits, "en")],
        [50, 0, pivotHeadings("fr", CA, "region", "mois")],
        [51, 0, pivotRows(CA, "region", "mois")],
        [60, 0, linkTo("Vigie_Periode")],
        [61, 0, progressBar("B1", "K1", "K2")],
      ];
      for (const [row, column, formula] of formulas)
        expect(grid.writeFormula(FIRST_SHEET, row, column, formula)).toEqual({});
      await grid.settled(SETTLE_MS);
      expect(shown(0, 0, 4, 3)).toEqual([
        ["Inès", 90, 3],
        ["Anne", 70, 7],
        ["Hugo", 0, 0],
        ["", "", ""],
      ]);
      expect(shown(10, 0, 4, 2)).toEqual([...CUSTOMERS.slice(0, 3), ["", ""]]);
      // A month of nothing has its bar; a cell without a figure has none.
      expect(shown(20, 0, 2, 1)).toEqual([["█▆▁"], ["▄█▁"]]);
      // Months by name, whose figures are found again under their code.
      expect(shown(30, 0, 3, 2)).toEqual([
        ["déc. 25", 4],
        ["août 26", 6],
        ["", ""],
      ]);
      expect(shown(40, 0, 2, 2)).toEqual([
        ["Dec 25", 4],
        ["Aug 26", 6],
      ]);
      expect(shown(50, 0, 3, 4)).toEqual([
        ["", "janv. 26", "mai 26", "Total"],
        ["Nord", 1, 2, 3],
        ["Total", 1, 2, 3],
      ]);
      expect(shown(60, 0)).toEqual([["2026"]]);
      // Half of the target, 62.5 % of it due by now.
      expect(shown(61, 0)).toEqual([["████████░┃░░░░░░"]]);
    } finally {
      grid.dispose();
    }
  },
  2 * SETTLE_MS,
);
