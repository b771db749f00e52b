import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import { firstKpiCall } from "../../src/formula";
import { answerCalls, functionCatalogue } from "../../src/functions";
import { type CellInSheet, explainCell, type References } from "../../src/functions/explainCell";
import { createEngine } from "../../src/kpi/engine";
import { KPIS } from "../../src/kpi/registry";
import type { KpiSource } from "../../src/kpi/source";
import { collect } from "../../src/sales/collect";
import { success } from "../../src/sales/failure";

let source: KpiSource;
beforeAll(async () => {
  const connector = demoConnector();
  const signal = new AbortController().signal;
  const connection = await connector.connect({ dataDate: "2026-11-23", lines: 2_000 }, signal);
  const collected = await collect(load(connection, connector.declaration));
  if (!collected.ok) throw new Error(collected.failure.code);
  source = createEngine(collected.value.data);
});

const NAMES: Readonly<Record<string, string>> = { Vigie_Periode: "2026", Vigie_Region: "Toutes" };
const references: References = {
  name: async (name) => success(NAMES[name] ?? ""),
  cells: async ({ range: { rows, columns } }) =>
    success(Array.from({ length: rows }, () => Array<string>(columns).fill("Nord"))),
};

const cellWith = (formula: string, more: Partial<CellInSheet> = {}): CellInSheet => ({
  formula,
  value: "",
  leftwards: [],
  upwards: [],
  fromFirst: { rows: 0, columns: 0 },
  ...more,
});

async function explained(cell: CellInSheet, rows = 1e6) {
  const result = await explainCell(cell, source, references, { language: "fr", rows });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const { byName } = functionCatalogue(KPIS.all);
async function spillOf(name: string, ...args: readonly (string | null)[]) {
  const [answer] = await answerCalls([{ declaration: byName.get(name)!, args }], source, "fr");
  if (!answer?.ok || !Array.isArray(answer.value)) throw new Error(JSON.stringify(answer));
  return answer.value as readonly (readonly (string | number | null)[])[];
}

/** Σ of a column of the rows behind the number, in cents: what a person would add up by hand. */
function sumOf(found: NonNullable<Awaited<ReturnType<typeof explained>>>, heading: string): number {
  const column = found.detail.headings.findIndex(({ fr }) => fr === heading);
  if (column < 0) throw new Error(`${heading} among ${found.detail.headings.map(({ fr }) => fr)}`);
  return found.detail.rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 1e4), 0) / 1e4;
}

const REVENUE = "Montant HT";

/** A cell of a spilled answer, as the workbook finds it. */
const cellOf = (
  formula: string,
  spill: readonly (readonly (string | number | null)[])[],
  row: number,
  column: number,
): CellInSheet => ({
  formula,
  value: spill[row]![column],
  leftwards: spill[row]!.slice(0, column + 1).reverse(),
  upwards: spill
    .slice(0, row + 1)
    .map((cells) => cells[column])
    .reverse(),
  fromFirst: { rows: row, columns: column },
});

test.each([
  ["CA", REVENUE],
  ["MARGE", "Marge"],
  ["PIPE", "Pipe pondéré"],
])("in each row of %s by region the rows add up to the cell, to the cent", async (kpi, heading) => {
  const formula = `=KPI.${kpi}("region",Vigie_Periode,,"region",Vigie_Region)`;
  const spill = await spillOf(kpi, "region", "2026");
  expect(spill.length).toBeGreaterThan(2);
  for (const [row, cells] of spill.entries()) {
    const found = await explained(cellOf(formula, spill, row, 1));
    expect(found).toMatchObject({ isCellsNumber: true, explanation: { kpi } });
    expect(found!.explanation.filters).toContainEqual({ axis: "region", member: cells[0] });
    expect(sumOf(found!, heading)).toBeCloseTo(cells[1] as number, 2);
    expect(found!.detail.rows).toHaveLength(found!.explanation.rowCount);
  }
});

test("in every cell of a pivot, totals and headings included, the rows add up", async () => {
  const formula = '=KPI.TABLEAU("CA","region","trimestre",Vigie_Periode)';
  const spill = await spillOf("TABLEAU", "CA", "region", "trimestre", "2026");
  const [last, end] = [spill.length - 1, spill[0]!.length - 1];
  for (let row = 1; row <= last; row++)
    for (let column = 1; column <= end; column++) {
      const shown = spill[row]![column];
      const found = await explained(cellOf(formula, spill, row, column));
      expect(sumOf(found!, REVENUE)).toBeCloseTo(Number(shown), 2);
    }
  const corner = await explained(cellOf(formula, spill, 0, 0));
  expect(corner!.explanation.answer).toBeCloseTo(Number(spill[last]![end]), 2);
  const column = await explained(cellOf(formula, spill, 0, 1));
  expect(column!.explanation.answer).toBeCloseTo(Number(spill[last]![1]), 2);
});

test("a pivot's total takes no member from a table at its left", async () => {
  const formula = '=KPI.TABLEAU("CA","region","trimestre",Vigie_Periode)';
  const spill = await spillOf("TABLEAU", "CA", "region", "trimestre", "2026");
  const total = cellOf(formula, spill, spill.length - 1, 1);
  const found = await explained({ ...total, leftwards: [...total.leftwards, "Nord"] });
  expect(sumOf(found!, REVENUE)).toBeCloseTo(Number(total.value), 2);
});

test("a figure that stands beside another formula's names is that name's", async () => {
  const formula =
    '=IF(A5:A40="","",XLOOKUP(A5:A40,INDEX(KPI.CA("region",Vigie_Periode,,"region",Vigie_Region),,1),INDEX(KPI.CA("region",Vigie_Periode),,2),0))';
  const [name, value] = (await spillOf("CA", "region", "2026"))[1]!;
  const found = await explained(cellWith(formula, { value, leftwards: [value, 0.25, name, "Nord"] }));
  expect(found).toMatchObject({ isCellsNumber: true });
  expect(found!.explanation.filters).toEqual([{ axis: "region", member: name }]);
});

test("receivables by age and the best customers lead to their own rows", async () => {
  const aged = await spillOf("BALANCEAGEE", "region");
  const cell = await explained(cellOf('=KPI.BALANCEAGEE("region")', aged, 1, 2));
  expect(cell!.explanation).toMatchObject({ kpi: "ENCOURS", answer: aged[1]![2] });
  const top = await spillOf("TOPCLIENTS", null, "2026");
  const first = await explained(cellOf("=KPI.TOPCLIENTS(,Vigie_Periode)", top, 1, 1));
  expect(first).toMatchObject({ isCellsNumber: true, explanation: { kpi: "CA" } });
  expect(sumOf(first!, REVENUE)).toBeCloseTo(Number(top[1]![1]), 2);
  const share = await explained(cellOf("=KPI.TOPCLIENTS(,Vigie_Periode)", top, 1, 2));
  expect(share).toMatchObject({ isCellsNumber: false });
});

test("a tier or a target leads to the KPI behind it, and says that it is not the cell's number", async () => {
  const found = await explained(cellWith('=KPI.NIVEAU("CA",,Vigie_Periode)', { value: "Alerte" }));
  expect(found).toMatchObject({ isCellsNumber: false, explanation: { kpi: "CA" } });
});

test("references are read from the sheet, and only a first hundred rows come at once", async () => {
  const found = await explained(cellWith('=KPI.CA("region",,B2)'), 100);
  expect(found!.explanation.filters).toEqual([{ axis: "region", member: "Nord" }]);
  expect(found!.detail.rows).toHaveLength(100);
  expect(found!.explanation.rowCount).toBeGreaterThan(100);
});

test.each([
  "",
  "12",
  "=SUM(A1:A3)",
  '="KPI.CA()"',
  "=KPI.MAJ()",
  "=KPI.INCONNU()",
  "=MAKPI.CA()",
  "=KPI.CA(",
])("%j asks no KPI, and says so without a failure", async (formula) => {
  expect(await explained(cellWith(formula))).toBeUndefined();
});

test.each([
  ['=KPI.CA("planete")', "dimension-unknown"],
  ['=KPI.CA("etape")', "dimension-not-available"],
  ['=KPI.CA(,"hier ?")', "period-syntax"],
  ["=KPI.CA(A1:B2)", "argument-invalid"],
])("%s fails as the cell itself does: %s", async (formula, code) => {
  const result = await explainCell(cellWith(formula), source, references, { language: "fr", rows: 10 });
  expect(result).toMatchObject({ ok: false, failure: { code } });
});

test("a call as a file spells it is explained as the KPI call it is", async () => {
  const found = await explained(cellWith('=IFERROR(_xldudf_KPI_CA("region",Vigie_Periode,"Nord"),0)'));
  expect(found).toMatchObject({ explanation: { kpi: "CA", filters: [{ axis: "region", member: "Nord" }] } });
});

test("a call is found whatever stands around it, texts with parentheses included", () => {
  expect(firstKpiCall('=IFERROR(kpi.ca("a)""(",B1)*2,KPI.MARGE())')).toBe('kpi.ca("a)""(",B1)');
  expect(firstKpiCall('=SORTBY(INDEX(KPI.CA("region",""),,1),1)')).toBe('KPI.CA("region","")');
});
