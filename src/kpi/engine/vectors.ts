import { MONEY_SCALE } from "../../sales/money";
import type { Column, Table } from "../../sales/tables";
import type { Measure } from "../definition";

/** One whole-number vector of a measure, and what its sum is divided by to be in the measure's unit. */
export interface Part {
  readonly vector: Float64Array | undefined;
  readonly divisor: number;
}

type Sum = Extract<Measure, { kind: "sum" }>;

/** Numbers that are not money keep six decimals, so that their sums are exact as well. */
const NUMBER_SCALE = 1_000_000;
/** A weighted amount keeps its ten-thousandths whole and what is under them in 2^-20ths: both sums are exact. */
const FRACTION_SCALE = 1 << 20;

/** Numbers that rows add to a sum, as whole numbers; several parts where one would not be exact. */
export function sumParts(table: Table, { column, minus, weightedBy }: Sum): readonly Part[] {
  if (minus !== undefined) return [difference(table, column, minus)];
  const { vector, divisor } = wholeNumbers(table, column);
  if (weightedBy === undefined) return [{ vector: withoutGaps(vector), divisor }];
  return weightedParts(withoutGaps(vector), weights(table, weightedBy), divisor);
}

/** The column as whole numbers, NaN where empty. */
function wholeNumbers(table: Table, name: string): { vector: Float64Array; divisor: number } {
  const column: Column | undefined = table.columns[name];
  if (column?.kind === "money") return { vector: column.units, divisor: MONEY_SCALE };
  if (column?.kind !== "number") throw new RangeError(`${table.name}.${name} cannot be summed`);
  const whole = column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  if (whole) return { vector: column.values, divisor: 1 };
  return { vector: column.values.map((value) => Math.round(value * NUMBER_SCALE)), divisor: NUMBER_SCALE };
}

function difference(table: Table, column: string, minus: string): Part {
  const { vector: added, divisor } = wholeNumbers(table, column);
  const { vector: subtracted, divisor: other } = wholeNumbers(table, minus);
  if (other !== divisor) throw new RangeError(`${table.name}: ${column} − ${minus} are not alike`);
  const vector = new Float64Array(added.length);
  for (let row = 0; row < vector.length; row++) vector[row] = (added[row]! || 0) - (subtracted[row]! || 0);
  return { vector, divisor };
}

/** The column itself unless it has empty cells, which add 0. */
function withoutGaps(values: Float64Array): Float64Array {
  if (!values.includes(Number.NaN)) return values;
  const filled = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) filled[row] = values[row]! || 0;
  return filled;
}

function weights(table: Table, name: string): Float64Array {
  const column = table.columns[name];
  if (column?.kind !== "number") throw new RangeError(`${table.name}.${name} is no weight`);
  return withoutGaps(column.values);
}

function weightedParts(amounts: Float64Array, shares: Float64Array, divisor: number): readonly Part[] {
  const whole = new Float64Array(amounts.length);
  const fraction = new Float64Array(amounts.length);
  for (let row = 0; row < amounts.length; row++) {
    const weighted = amounts[row]! * shares[row]!;
    whole[row] = Math.floor(weighted);
    fraction[row] = Math.round((weighted - whole[row]!) * FRACTION_SCALE);
  }
  return [
    { vector: whole, divisor },
    { vector: fraction, divisor: divisor * FRACTION_SCALE },
  ];
}
