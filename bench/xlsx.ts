import { writeXlsx } from "hucre/xlsx";
import type { SheetModel, WorkbookModel } from "../src/xlsx/model";
import { writeWorkbook } from "../src/xlsx/write";

const ROWS = 20_000;
const COLUMNS = 12;
const RUNS = 3;

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) =>
      column % 3 === 0 ? `texte ${row} ${column}` : row * 1.37 + column,
    ),
  );

const sheet = (values: SheetModel["blocks"][number]["values"]): SheetModel => ({
  name: "F",
  visibility: "visible",
  blocks: [{ row: 0, column: 0, values }],
  formulas: [],
  styles: [],
  columnWidths: {},
  rowHeights: {},
  merges: [],
  tables: [],
  conditionalFormats: [],
  validations: [],
  charts: [],
  showGridlines: true,
});

const model = (count: number): WorkbookModel => ({
  title: "",
  sheets: [sheet(rows(count))],
  names: [],
  activeSheet: 0,
});

interface Cost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/** The run of RUNS that took the least processor time. */
async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    await work();
    const { user, system } = process.cpuUsage(cpu);
    costs.push({ cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - wall) / 1e3 });
  }
  return costs.reduce((least, one) => (one.cpuSeconds < least.cpuSeconds ? one : least));
}

/** A workbook of 240,000 cells by our writer, beside the bare library under it and a tenth of the rows. */
async function main(): Promise<void> {
  const values = rows(ROWS);
  const bare = await cost(() => writeXlsx({ sheets: [{ name: "F", rows: values }] }));
  const whole = await cost(() => writeWorkbook(model(ROWS)));
  const tenth = await cost(() => writeWorkbook(model(ROWS / 10)));
  const line = (label: string, { cpuSeconds, wallSeconds }: Cost) =>
    console.log(`${label.padEnd(36)}${cpuSeconds.toFixed(2)} CPU s, ${wallSeconds.toFixed(2)} s`);
  line(`hucre alone, ${ROWS} rows`, bare);
  line(`our writer, ${ROWS} rows`, whole);
  line(`our writer, ${ROWS / 10} rows`, tenth);
  console.log(`ours / bare                         ${(whole.cpuSeconds / bare.cpuSeconds).toFixed(2)}`);
  console.log(`ten times the rows                  ${(whole.cpuSeconds / tenth.cpuSeconds).toFixed(1)} x`);
}

void main();
