import { dayOf, toExcelSerial } from "../../sales/calendar";
import { failed, success } from "../../sales/failure";
import { type CellAnswer, type CellMatrix, type CellScalar, type CellValue, isMatrix } from "../cell";

/** Arguments come unevaluated, so that IF computes one branch only. */
type BuiltIn = (args: readonly (() => Promise<CellAnswer>)[]) => Promise<CellAnswer>;

const NOTHING = async (): Promise<CellAnswer> => success(null);
/** 31 December 9999, Excel's last day. */
const LAST_SERIAL = 2_958_465;

/** A function of values: every argument is computed first, and a failure among them is the answer. */
const strict =
  (name: string, count: number, apply: (args: readonly CellValue[]) => CellValue | undefined): BuiltIn =>
  async (args) => {
    const values: CellValue[] = [];
    for (const argument of args) {
      const value = await argument();
      if (!value.ok) return value;
      values.push(value.value);
    }
    const result = values.length <= count ? apply(values) : undefined;
    return result === undefined ? failed("argument-invalid", { argument: name }) : success(result);
  };

/** The few functions of Excel that people and dashboards put around `KPI.` calls. */
export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  DATE: strict("DATE", 3, ([year, month, day]) => dateSerial(year, month, day)),
  INDEX: strict("INDEX", 3, ([block = null, row = null, column = null]) =>
    part(block, Number(row), Number(column)),
  ),
  SUBSTITUTE: strict("SUBSTITUTE", 3, ([text = null, old = null, replacement = null]) =>
    old === null || old === ""
      ? text
      : eachCell(text, (cell) => String(cell ?? "").replaceAll(String(old), String(replacement ?? ""))),
  ),
  IF: async ([condition = NOTHING, yes = NOTHING, no]) => {
    const holds = await condition();
    if (!holds.ok) return holds;
    if (holds.value) return yes();
    return no ? no() : success(false);
  },
  IFERROR: async ([value = NOTHING, otherwise = NOTHING]) => {
    const answer = await value();
    return answer.ok ? answer : otherwise();
  },
};

/** Excel counts years under 1900 from there; months and days beyond their range roll over. */
function dateSerial(year?: CellValue, month?: CellValue, day?: CellValue): number | undefined {
  if (typeof year !== "number" || typeof month !== "number" || typeof day !== "number") return undefined;
  const serial = toExcelSerial(dayOf(year < 1900 ? year + 1900 : year, month, day));
  return serial > 0 && serial <= LAST_SERIAL ? serial : undefined;
}

/** `INDEX(block, row, column)`, counted from 1; 0 or nothing means all of them. */
function part(value: CellValue, row: number, column: number): CellValue | undefined {
  const block: CellMatrix = isMatrix(value) ? value : [[value]];
  const rows = row === 0 ? block : block.slice(row - 1, row);
  const cells = rows.map((cellsOfRow) => (column === 0 ? cellsOfRow : cellsOfRow.slice(column - 1, column)));
  if (!cells[0]?.length) return undefined;
  return cells.length === 1 && cells[0].length === 1 ? (cells[0][0] ?? null) : cells;
}

const eachCell = (value: CellValue, change: (cell: CellScalar) => CellScalar): CellValue =>
  isMatrix(value) ? value.map((row) => row.map(change)) : change(value);
