import { type Cell, fault, faultIn, single } from "../cells";
import { ofNumbers } from "../coerce";
import { MANY, ofBlocks, perCell, type SheetFunction, type SheetFunctions } from "./declaration";

/** A number computed from all numbers in blocks; blanks, texts and conditions are passed over, an error is not. */
const ofAll = (compute: (numbers: readonly number[]) => Cell) =>
  ofBlocks(1, MANY, (...blocks) => {
    const cells = blocks.flat(2);
    return single(
      faultIn(cells) ?? compute(cells.filter((cell): cell is number => typeof cell === "number")),
    );
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Rounds in decimals as they are written, away from zero: 2.5 → 3, −2.5 → −3, 1.005 to two places → 1.01. */
const rounded = (round: (value: number) => number) =>
  ofNumbers((value, digits = 0) => {
    const places = Math.trunc(digits);
    const shifted = round(shift(Math.abs(value), places));
    return Math.sign(value) * shift(shifted, -places);
  });

/** A number times a power of ten, without a binary fraction in between. */
function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = value.toPrecision(15).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Counts cells; an error is a cell like another. */
const counted = (counts: (cell: Cell) => boolean): SheetFunction => ({
  arity: [1, MANY],
  apply: (...blocks) => single(blocks.flat(2).filter(counts).length),
});

export const NUMBERS: SheetFunctions = {
  SUM: ofAll(sum),
  AVERAGE: ofAll((numbers) =>
    numbers.length > 0 ? sum(numbers) / numbers.length : fault("division-by-zero"),
  ),
  MIN: ofAll((numbers) => numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0)),
  MAX: ofAll((numbers) => numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0)),
  COUNT: counted((cell) => typeof cell === "number"),
  COUNTA: counted((cell) => cell !== null),
  ABS: perCell(1, 1, ofNumbers(Math.abs)),
  INT: perCell(1, 1, ofNumbers(Math.floor)),
  ROUND: perCell(2, 2, rounded(Math.round)),
  ROUNDUP: perCell(2, 2, rounded(Math.ceil)),
  ROUNDDOWN: perCell(2, 2, rounded(Math.floor)),
};
