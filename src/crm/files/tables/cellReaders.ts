import { cleanText } from "../../../sales/cleanText";
import type { SourceTable } from "../columns/fields";
import { type Cell, textOf } from "../inputs/sheet";
import { meansNothing } from "../values/blanks";
import { choiceReader } from "../values/choices";
import { currencyCode } from "../values/currencies";
import { type DateOrder, dateReader, serialDay } from "../values/dates";
import { type DecimalMark, parseNumber } from "../values/numbers";
import type { BoundColumn } from "./boundColumns";

/** A cell that is not blank as a value of the field; what cannot be read stays as it is, for its refusal to show. */
export type FieldReader = (cell: Cell) => unknown;

/** The order of day and month of each date column, by heading. */
export type DateOrders = ReadonlyMap<string, DateOrder>;

/** Makes the reader of one column, from what its cells and the rest of its file show. */
export function readerOf(
  column: BoundColumn,
  table: SourceTable,
  mark: DecimalMark,
  orders: DateOrders,
): FieldReader {
  const { field, heading, profile } = column;
  if (profile.numbers) return numberReader(column, profile.numbers.mark ?? mark);
  if (profile.dates) return datesReader(orders.get(heading) ?? "dmy");
  if (field.name === "currency") return (cell) => currencyCode(textOf(cell));
  const choice = choiceReader(table, field.name);
  if (choice) return (cell) => choice(textOf(cell));
  return field.kind === "text" || field.kind === "id" || field.kind === "ref"
    ? (cell) => cleanText(textOf(cell)) || null
    : (cell) => cell;
}

function datesReader(order: DateOrder): FieldReader {
  const read = dateReader(order);
  return (cell) => {
    if (typeof cell === "number") return serialDay(cell);
    const text = textOf(cell);
    return read(text) ?? (meansNothing(text) ? null : cell);
  };
}

function numberReader({ field, profile }: BoundColumn, mark: DecimalMark): FieldReader {
  const isShare = field.kind === "share";
  // A column of shares holds 0.2, or 20: what its cells reach decides, not its heading.
  const areHundredths = isShare && !profile.numbers!.areShares;
  return (cell) => {
    if (typeof cell === "number") return areHundredths ? cell / 100 : cell;
    const value = parseNumber(cell ?? "", mark, isShare);
    if (value === undefined) return meansNothing(cell ?? "") ? null : cell;
    return areHundredths && !(cell ?? "").includes("%") ? value / 100 : value;
  };
}

/** The decimal mark for columns that show none: what the file's others show, else what its delimiter suggests. */
export function usualMark(columns: readonly BoundColumn[], delimiter: string | undefined): DecimalMark {
  const marks = new Set(columns.flatMap(({ profile }) => profile.numbers?.mark ?? []));
  if (marks.has(",") !== marks.has(".")) return marks.has(",") ? "," : ".";
  // Amounts of which all have exactly three digits behind a mark are thousands.
  const undecided = new Set(columns.flatMap(({ profile }) => profile.numbers?.undecided ?? []));
  if (undecided.size === 1) return undecided.has(".") ? "," : ".";
  return delimiter === ";" && !marks.has(".") ? "," : ".";
}

/** Each date column's order: as a person said, as its cells prove, as the file's others prove, as is likelier. */
export function dateOrders(columns: readonly BoundColumn[], chosen: DateOrder | undefined): DateOrders {
  const dates = columns.filter(({ profile }) => profile.dates);
  const proved = new Set(dates.flatMap(({ profile }) => profile.dates?.proved ?? []));
  const likelier = new Set(dates.flatMap(({ profile }) => profile.dates?.likelier ?? []));
  const only = (orders: ReadonlySet<DateOrder>) => (orders.size === 1 ? [...orders][0] : undefined);
  return new Map(
    dates.map(({ heading, profile }) => [
      heading,
      chosen ?? profile.dates?.proved ?? only(proved) ?? profile.dates?.likelier ?? only(likelier) ?? "dmy",
    ]),
  );
}
