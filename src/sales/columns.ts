import { NO_DAY } from "./calendar";
import { fromMoneyUnits, toMoneyUnits } from "./money";
import type { ColumnKind, ColumnSpec } from "./schema";
import type { Column, Value } from "./tables";

/** Grows one typed column. */
export interface ColumnBuilder {
  append(rows: number, values: readonly Value[] | undefined): void;
  finish(): Column;
}

const FIRST_CAPACITY = 1_024;

/** The builder that fits a column's kind. */
export function columnBuilder({ kind }: ColumnSpec): ColumnBuilder {
  return BUILDERS[kind]();
}

/** One cell back as a value: decimals for money, epoch days for dates, null where empty. */
export function columnValue(column: Column, row: number): Value {
  switch (column.kind) {
    case "text":
      return column.dictionary[column.codes[row]!] ?? null;
    case "date":
      return column.days[row] === NO_DAY ? null : column.days[row]!;
    case "money":
      return Number.isNaN(column.units[row]!) ? null : fromMoneyUnits(column.units[row]!);
    case "number":
      return Number.isNaN(column.values[row]!) ? null : column.values[row]!;
  }
}

const BUILDERS: Readonly<Record<ColumnKind, () => ColumnBuilder>> = {
  id: () => new IdBuilder(),
  text: () => new TextBuilder(),
  ref: () => new TextBuilder(),
  choice: () => new TextBuilder(),
  date: () => new DateBuilder(),
  money: () =>
    new FloatBuilder(
      (value) => toMoneyUnits(value),
      (units) => ({ kind: "money", units }),
    ),
  number: () => numbers(),
  count: () => numbers(),
  share: () => numbers(),
};

const numbers = () =>
  new FloatBuilder(
    (value) => value,
    (values) => ({ kind: "number", values }),
  );

class TextBuilder implements ColumnBuilder {
  private codes: Int32Array<ArrayBuffer> = new Int32Array(FIRST_CAPACITY);
  private length = 0;
  private readonly dictionary: string[] = [];
  private readonly codeOf = new Map<string, number>();

  append(rows: number, values: readonly Value[] | undefined): void {
    this.codes = grown(this.codes, this.length + rows, Int32Array);
    for (let row = 0; row < rows; row++) this.codes[this.length++] = this.code(values?.[row] ?? null);
  }

  private code(value: Value): number {
    if (value === null) return -1;
    const text = typeof value === "string" ? value : String(value);
    let code = this.codeOf.get(text);
    if (code === undefined) {
      code = this.dictionary.push(text) - 1;
      this.codeOf.set(text, code);
    }
    return code;
  }

  finish(): Column {
    return { kind: "text", codes: this.codes.slice(0, this.length), dictionary: this.dictionary };
  }
}

/** Ids are unique by validation, so the dictionary is the column itself and needs no look-up. */
class IdBuilder implements ColumnBuilder {
  private readonly dictionary: string[] = [];

  append(rows: number, values: readonly Value[] | undefined): void {
    for (let row = 0; row < rows; row++) this.dictionary.push(String(values?.[row] ?? ""));
  }

  finish(): Column {
    const codes = new Int32Array(this.dictionary.length);
    for (let row = 0; row < codes.length; row++) codes[row] = row;
    return { kind: "text", codes, dictionary: this.dictionary };
  }
}

class DateBuilder implements ColumnBuilder {
  private days: Int32Array<ArrayBuffer> = new Int32Array(FIRST_CAPACITY);
  private length = 0;

  append(rows: number, values: readonly Value[] | undefined): void {
    this.days = grown(this.days, this.length + rows, Int32Array);
    for (let row = 0; row < rows; row++) {
      const value = values?.[row];
      this.days[this.length++] = typeof value === "number" ? value : NO_DAY;
    }
  }

  finish(): Column {
    return { kind: "date", days: this.days.slice(0, this.length) };
  }
}

class FloatBuilder implements ColumnBuilder {
  private floats: Float64Array<ArrayBuffer> = new Float64Array(FIRST_CAPACITY);
  private length = 0;

  constructor(
    private readonly toStored: (value: number) => number,
    private readonly toColumn: (stored: Float64Array) => Column,
  ) {}

  append(rows: number, values: readonly Value[] | undefined): void {
    this.floats = grown(this.floats, this.length + rows, Float64Array);
    for (let row = 0; row < rows; row++) {
      const value = values?.[row];
      this.floats[this.length++] = typeof value === "number" ? this.toStored(value) : Number.NaN;
    }
  }

  finish(): Column {
    return this.toColumn(this.floats.slice(0, this.length));
  }
}

/** The array itself when it is long enough, else a copy at least twice as long. */
function grown<T extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  array: T,
  length: number,
  type: new (length: number) => T,
): T {
  if (length <= array.length) return array;
  const longer = new type(Math.max(length, array.length * 2));
  longer.set(array as ArrayLike<number> as never);
  return longer;
}
