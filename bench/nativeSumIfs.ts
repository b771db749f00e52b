import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { DateColumn, MoneyColumn, SalesData, TextColumn } from "../src/sales/tables";

/** A sheet holds this many rows at most, the heading included. */
const MOST_ROWS = 1_048_575;

/** Cost of SUMIFS formulas in a spreadsheet program: LibreOffice without a screen. */
export interface NativeSumIfs {
  readonly rows: number;
  readonly formulas: number;
  /** Processor milliseconds of opening, recalculating and saving as text, less the same without formulas. */
  readonly processor: number;
}

/** Undefined where LibreOffice is not installed. Every formula asks for one salesperson and one month. */
export function nativeSumIfs(data: SalesData, rows: number, formulas: number): NativeSumIfs | undefined {
  if (spawnSync("soffice", ["--version"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "vigie-sumifs-"));
  try {
    const lines = Math.min(rows, MOST_ROWS);
    const cost = (count: number) => convert(folder, workbook(data, lines, count));
    const bare = [cost(0), cost(0)][1]!; // The first start makes LibreOffice's profile.
    const processor = Math.max(0, cost(formulas) - bare);
    refuseWrongSums(data, lines, formulas, readFileSync(join(folder, "sumifs.csv"), "utf8"));
    return { rows: lines, formulas, processor };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor milliseconds of one conversion to CSV, which recalculates cells that have no value. */
function convert(folder: string, bytes: Uint8Array): number {
  const file = join(folder, "sumifs.xlsx");
  writeFileSync(file, bytes);
  const children = childTime();
  const { status } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "csv",
      "--outdir",
      folder,
      file,
    ],
    { stdio: "ignore" },
  );
  if (status !== 0) throw new Error(`soffice ended with ${status}`);
  return childTime() - children;
}

/** Processor milliseconds of all ended child processes; Linux only. */
function childTime(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]!.split(" ");
  const TICKS_A_SECOND = 100;
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS_A_SECOND;
}

const MONTHS = 24;
const DAYS_A_MONTH = 30;

/** The salesperson and the first day that a formula asks for. */
function askedBy(index: number, data: SalesData): { readonly person: number; readonly from: number } {
  const { columns } = data.tables.order_lines;
  const { days } = columns.invoiced_on as DateColumn;
  const first = days.reduce((least, day) => Math.min(least, day));
  const { dictionary } = columns.salesperson_id as TextColumn;
  return { person: index % dictionary.length, from: first + DAYS_A_MONTH * (index % MONTHS) };
}

/** Throws when LibreOffice did not recalculate, or counted something else. */
function refuseWrongSums(data: SalesData, rows: number, formulas: number, csv: string): void {
  const { columns } = data.tables.order_lines;
  const { codes } = columns.salesperson_id as TextColumn;
  const { days } = columns.invoiced_on as DateColumn;
  const { units } = columns.revenue as MoneyColumn;
  const lines = csv.split("\n");
  for (let index = 0; index < formulas; index++) {
    const { person, from } = askedBy(index, data);
    let sum = 0;
    for (let row = 0; row < rows; row++)
      if (codes[row] === person && days[row]! >= from && days[row]! < from + DAYS_A_MONTH) sum += units[row]!;
    if (Number(lines[index]?.split(",")[4]) !== sum) throw new Error(`SUMIFS ${index} differs`);
  }
}

/** Columns A–C: salesperson, day, amount; the formulas in column E. */
function workbook(data: SalesData, rows: number, formulas: number): Uint8Array {
  const { columns } = data.tables.order_lines;
  const people = columns.salesperson_id as TextColumn;
  const { days } = columns.invoiced_on as DateColumn;
  const { units } = columns.revenue as MoneyColumn;
  const formula = (index: number) => {
    const { person, from } = askedBy(index, data);
    return `SUMIFS($C$1:$C$${rows},$A$1:$A$${rows},"${people.dictionary[person]}",$B$1:$B$${rows},"&gt;=${from}",$B$1:$B$${rows},"&lt;${from + DAYS_A_MONTH}")`;
  };
  const parts: string[] = [];
  for (let row = 0; row < rows; row++) {
    const asked = row < formulas ? `<c r="E${row + 1}"><f>${formula(row)}</f></c>` : "";
    parts.push(
      `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${people.dictionary[people.codes[row]!]}</t></is></c><c r="B${row + 1}"><v>${days[row]}</v></c><c r="C${row + 1}"><v>${units[row]}</v></c>${asked}</row>`,
    );
  }
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaging = "http://schemas.openxmlformats.org/package/2006";
  const files = {
    "[Content_Types].xml": `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Lignes" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${parts.join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
  });
}
