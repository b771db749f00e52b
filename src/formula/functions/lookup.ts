import {
  type Cell,
  corner,
  each,
  type Fault,
  fault,
  isFault,
  type Matrix,
  type Scalar,
  single,
  widthOf,
} from "../cells";
import { isSame, numberOf } from "../coerce";
import { ofBlocks, type SheetFunctions } from "./declaration";

/** The key by which a cell is looked up: equal cells have equal keys. */
const keyOf = (cell: Scalar): Scalar => (typeof cell === "string" ? cell.toLowerCase() : (cell ?? ""));

/** The place of the first equal cell in a column or a row; undefined without one. */
function placesIn(among: Matrix): (wanted: Scalar) => number | undefined {
  const line = among.length === 1 ? (among[0] ?? []) : among.map((cells) => cells[0] ?? null);
  const places = new Map<Scalar, number>();
  for (const [place, cell] of line.entries()) {
    if (isFault(cell)) continue;
    const key = keyOf(cell);
    if (!places.has(key)) places.set(key, place);
  }
  return (wanted) => places.get(keyOf(wanted));
}

const lookedUp = (cell: Scalar): Fault => fault("value-not-found", { value: String(cell ?? "") });

/** The answer of one wanted cell is the whole row, or column, beside it; of several, the first cell of each. */
function xlookup(wanted: Matrix = [], among: Matrix = [], values: Matrix = [], otherwise?: Matrix): Matrix {
  const place = placesIn(among);
  const isAcross = among.length === 1 && widthOf(among) > 1;
  const found = (at: number): Matrix =>
    isAcross ? values.map((line) => [line[at] ?? null]) : [values[at] ?? [null]];
  const missing = (cell: Scalar): Matrix => otherwise ?? single(lookedUp(cell));
  const one = (cell: Cell): Matrix => {
    if (isFault(cell)) return single(cell);
    const at = place(cell);
    return at === undefined ? missing(cell) : found(at);
  };
  if (wanted.length === 1 && widthOf(wanted) === 1) return one(corner(wanted));
  return each((cell) => corner(one(cell)), wanted);
}

function xmatch(wanted: Matrix = [], among: Matrix = []): Matrix {
  const place = placesIn(among);
  return each((cell) => {
    if (isFault(cell)) return cell;
    const at = place(cell);
    return at === undefined ? lookedUp(cell) : at + 1;
  }, wanted);
}

/** `INDEX(block, row, column)`, counted from 1; 0 or nothing means all of them. A single row counts along it. */
function index(block: Matrix = [], rowGiven?: Matrix, columnGiven?: Matrix): Matrix {
  const isLine = block.length === 1 && columnGiven === undefined;
  const row = numberOf(isLine ? null : corner(rowGiven));
  const column = numberOf(corner(isLine ? rowGiven : columnGiven));
  if (isFault(row)) return single(row);
  if (isFault(column)) return single(column);
  const isInside = row >= 0 && column >= 0 && row <= block.length && column <= widthOf(block);
  if (!isInside) return single(fault("reference-invalid", { reference: "INDEX" }));
  const [down, across] = [Math.trunc(row), Math.trunc(column)];
  const rows = down === 0 ? block : block.slice(down - 1, down);
  return across === 0 ? rows : rows.map((line) => line.slice(across - 1, across));
}

/** MATCH as people write it today, exact; its sorted forms are refused rather than guessed. */
const match = (wanted?: Matrix, among?: Matrix, kind?: Matrix): Matrix =>
  isSame(corner(kind) as Scalar, 0) && kind !== undefined
    ? xmatch(wanted, among)
    : single(fault("argument-invalid", { argument: "MATCH", expected: "0" }));

export const LOOKUP: SheetFunctions = {
  INDEX: ofBlocks(1, 3, index),
  XLOOKUP: ofBlocks(3, 4, xlookup),
  XMATCH: ofBlocks(2, 2, xmatch),
  MATCH: ofBlocks(3, 3, match),
};
