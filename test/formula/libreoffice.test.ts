import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "papaparse";
import { type Cell, errorCode, evaluate, isFault, parseFormula, type Scalar } from "../../src/formula";
import { convert, LONG } from "../xlsx/soffice";

/** Values as formulas write them; TRUE is left out, for LibreOffice takes it for the number 1 where Excel does not. */
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.integer({ min: -99_999, max: 99_999 }).map((cents) => String(cents / 1000)),
  fc.constantFrom("0", "2.5", "1.005", "1E3", "46000"),
);
const text = fc.constantFrom('""', '"abc"', '"ABC"', '"a b  c"', '" é "', '"12x"', '"zz"');
const value = fc.oneof(number, text);
const small = fc.integer({ min: 0, max: 4 }).map(String);

const call = (name: string, ...args: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...args).map((written) => `${name}(${written.join(";")})`);
const infix = (operators: readonly string[], operand: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(operand, fc.constantFrom(...operators), operand)
    .map(([left, operator, right]) => `(${left})${operator}(${right})`);

/** Formulas of the functions that LibreOffice 7 knows as well; blanks and dynamic arrays are not among them. */
const formula = fc.oneof(
  infix(["+", "-", "*", "/"], number),
  infix(["=", "<>", "<", ">", "<=", ">="], number),
  infix(["=", "<>"], text),
  infix(["&"], value),
  call("ROUND", number, fc.integer({ min: -2, max: 3 }).map(String)),
  call("ROUNDUP", number, small),
  call("ROUNDDOWN", number, small),
  ...["ABS", "INT"].map((name) => call(name, number)),
  ...["LEN", "UPPER", "LOWER", "TRIM"].map((name) => call(name, text)),
  ...["LEFT", "RIGHT"].map((name) => call(name, text, small)),
  call("MID", text, small, small),
  call("SUBSTITUTE", text, fc.constantFrom('"a"', '" "', '"bc"'), fc.constantFrom('"é"', '""')),
  ...["SUM", "AVERAGE", "MIN", "MAX", "COUNT"].map((name) => call(name, number, number, number)),
  call("IF", infix(["<", "="], number), value, value),
  call("IFERROR", infix(["/"], number), text),
  ...["AND", "OR"].map((name) => call(name, infix(["<"], number), infix(["="], number))),
  ...["ISNUMBER", "ISTEXT"].map((name) => call(name, value)),
  ...["YEAR", "MONTH", "DAY"].map((name) => call(name, fc.integer({ min: 100, max: 90_000 }).map(String))),
  // Rounded, or it would be shown as a date.
  call(
    "DATE",
    fc.integer({ min: 1950, max: 2100 }).map(String),
    small,
    fc.integer({ min: -40, max: 70 }).map(String),
  ).map((date) => `ROUND(${date};0)`),
  call(
    "EOMONTH",
    fc.integer({ min: 40_000, max: 50_000 }).map(String),
    fc.integer({ min: -14, max: 14 }).map(String),
  ),
);

const xml = (written: string): string =>
  written.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A flat spreadsheet whose formulas have no answer yet, so that LibreOffice computes them. */
const sheetOf = (formulas: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:calculation-settings table:case-sensitive="false"/><table:table table:name="A">${formulas
  .map((one) => `<table:table-row><table:table-cell table:formula="of:=${xml(one)}"/></table:table-row>`)
  .join("")}</table:table></office:spreadsheet></office:body></office:document>`;

/** Raw values, not as shown: numbers with all their digits. */
const RAW_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-formula-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function ours(text: string): Cell {
  const parsed = parseFormula(`=${text}`);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.failure)}`);
  return evaluate(parsed.value, () => undefined)?.[0]?.[0] ?? null;
}

/** As LibreOffice writes it; its own numbers of errors count as `#VALUE!`. */
const shown = (cell: Cell): Scalar => {
  if (isFault(cell)) return errorCode(cell.failure);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
};

test(
  "a thousand random formulas answer what LibreOffice answers",
  async () => {
    const formulas = fc.sample(formula, { numRuns: 1000, seed: 7 });
    const file = join(folder, "formulas.fods");
    await writeFile(file, sheetOf(formulas));
    await convert(file, RAW_CSV);
    const { data } = parse<string[]>(await readFile(join(folder, "formulas.csv"), "utf8"));
    const theirs = data.slice(0, formulas.length).map(([cell = ""]) => cell.replace(/^Err:\d+$/, "#VALUE!"));
    const differing = formulas.flatMap((one, index) => {
      const [own, other] = [shown(ours(one)), theirs[index] ?? ""];
      const isSame =
        typeof own === "number"
          ? Math.abs(own - Number(other)) <= 1e-9 * Math.max(1, Math.abs(own))
          : own === other;
      return isSame ? [] : [`${one}: ${own} | ${other}`];
    });
    expect(theirs).toHaveLength(formulas.length);
    expect(differing).toEqual([]);
  },
  LONG,
);
