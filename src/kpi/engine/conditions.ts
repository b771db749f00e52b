import { type EpochDay, NO_DAY } from "../../sales/calendar";
import { fold } from "../../sales/fold";
import type { Column, Table } from "../../sales/tables";
import type { Condition } from "../definition";
import { dateColumn, textColumn } from "./columns";
import { EXCLUDED } from "./dates";
import { returnsOf } from "./returns";

/** Excludes, in `dayRanks`, the rows of a table that a condition does not hold for. */
export function exclude(
  dayRanks: Int32Array,
  table: Table,
  { column, equals, oneOf, present, returned, before }: Condition,
  dataDate: EpochDay,
): void {
  const wanted = equals === undefined ? oneOf : [equals];
  if (wanted) excludeOthers(dayRanks, table, column, wanted);
  if (present) excludeEmpty(dayRanks, table.columns[column], `${table.name}.${column}`);
  if (returned === false) excludeReturns(dayRanks, table);
  if (before === "data-date") excludeFrom(dayRanks, dateColumn(table, column).days, dataDate);
}

function excludeOthers(dayRanks: Int32Array, table: Table, name: string, wanted: readonly string[]): void {
  const { codes, dictionary } = textColumn(table, name);
  const names = new Set(wanted.map(fold));
  const kept = Uint8Array.from(dictionary, (text) => (names.has(fold(text)) ? 1 : 0));
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! < 0 || kept[codes[row]!] === 0) dayRanks[row] = EXCLUDED;
}

function excludeEmpty(dayRanks: Int32Array, column: Column | undefined, name: string): void {
  if (!column) throw new RangeError(`there is no column ${name}`);
  if (column.kind === "text") excludeWhere(dayRanks, column.codes, (code) => code < 0);
  else if (column.kind === "date") excludeWhere(dayRanks, column.days, (day) => day === NO_DAY);
  else excludeGaps(dayRanks, column.kind === "money" ? column.units : column.values);
}

function excludeWhere(dayRanks: Int32Array, codes: Int32Array, isEmpty: (value: number) => boolean): void {
  for (let row = 0; row < codes.length; row++) if (isEmpty(codes[row]!)) dayRanks[row] = EXCLUDED;
}

function excludeGaps(dayRanks: Int32Array, numbers: Float64Array): void {
  const excluded = EXCLUDED; // a local: under CommonJS an imported constant is a property read per row
  for (let row = 0; row < numbers.length; row++) if (Number.isNaN(numbers[row]!)) dayRanks[row] = excluded;
}

/** Also rows whose day is empty. */
function excludeFrom(dayRanks: Int32Array, days: Int32Array, limit: EpochDay): void {
  for (let row = 0; row < days.length; row++)
    if (days[row] === NO_DAY || days[row]! >= limit) dayRanks[row] = EXCLUDED;
}

function excludeReturns(dayRanks: Int32Array, table: Table): void {
  const isReturn = returnsOf(table);
  for (let row = 0; row < dayRanks.length; row++) if (isReturn(row)) dayRanks[row] = EXCLUDED;
}
