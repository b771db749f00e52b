import type { Scalar } from "../model";

/** A block of cells, at least one. */
export type Matrix = readonly (readonly Cell[])[];
export type Cell = Scalar | CellError;

export const ERRORS = { value: "#VALUE!", division: "#DIV/0!", name: "#NAME?", reference: "#REF!" } as const;

/** An error in a cell; thrown where it is the answer as a whole. */
export class CellError extends Error {}

/** Cell by cell, each error staying in its own; a single row, column or cell is repeated, as Excel does. */
export const each = (apply: (...cells: Scalar[]) => Scalar, ...blocks: readonly Matrix[]): Matrix =>
  aligned((...cells) => {
    try {
      return apply(...cells.map(sound));
    } catch (error) {
      if (error instanceof CellError) return error;
      throw error;
    }
  }, blocks);

/** A cell's value; throws the error it holds. */
export function sound(cell: Cell): Scalar {
  if (cell instanceof CellError) throw cell;
  return cell;
}

/** The errors of what is not chosen do not count. */
const choose = (condition: Matrix, yes: Matrix, no: Matrix): Matrix =>
  aligned(
    (holds = null, first = null, second = null) => {
      if (holds instanceof CellError) return holds;
      return holds ? first : second;
    },
    [condition, yes, no],
  );

function aligned(apply: (...cells: Cell[]) => Cell, blocks: readonly Matrix[]): Matrix {
  const rows = Math.max(...blocks.map((block) => block.length));
  const columns = Math.max(...blocks.map((block) => block[0]?.length ?? 0));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) =>
      apply(...blocks.map((block) => cellOf(block, row, column))),
    ),
  );
}

function cellOf(block: Matrix, row: number, column: number): Cell {
  const line = block[block.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column] ?? null;
}

export const single = (value: Cell): Matrix => [[value]];

const corner = (block: Matrix | undefined): Scalar => sound(block?.[0]?.[0] ?? null);

/** A blank cell counts as 0; a text is refused. */
export function numberOf(cell: Scalar): number {
  if (cell === null || typeof cell === "boolean") return Number(cell);
  if (typeof cell === "number") return cell;
  throw new CellError(ERRORS.value);
}

/** Excel compares texts without their case; a blank cell equals "". */
export const comparable = (cell: Scalar): Scalar =>
  typeof cell === "string" ? cell.toLowerCase() : (cell ?? "");

const textOf = (cell: Scalar): string => String(cell ?? "");

const numbersIn = (blocks: readonly Matrix[]): number[] =>
  blocks
    .flat(2)
    .map(sound)
    .filter((cell): cell is number => typeof cell === "number");

/** The functions of Excel that dashboards put around `KPI.` calls, on values. IFERROR is `answer.ts`'s. */
export const FUNCTIONS: Readonly<Record<string, (...blocks: readonly Matrix[]) => Matrix>> = {
  IF: (condition = [], yes = single(true), no = single(false)) => choose(condition, yes, no),
  INDEX: (block = [], row, column) => partOf(block, Number(corner(row)), Number(corner(column))),
  AND: (...blocks) => single(blocks.flat(2).map(sound).every(Boolean)),
  OR: (...blocks) => single(blocks.flat(2).map(sound).some(Boolean)),
  NOT: (block = []) => each((cell) => !cell, block),
  ISNUMBER: (block = []) => each((cell) => typeof cell === "number", block),
  SUBSTITUTE: (text = [], from = [], to = []) =>
    each(
      (cell, old, fresh) => (cell === null ? cell : textOf(cell).replaceAll(textOf(old), textOf(fresh))),
      text,
      from,
      to,
    ),
  XLOOKUP: (wanted = [], names = [], values = [], otherwise = single(null)) => {
    const rows = new Map(
      names.map(([name = null], row) => [comparable(sound(name)), row] as const).reverse(),
    );
    return each((name) => {
      const row = rows.get(comparable(name));
      return row === undefined ? corner(otherwise) : sound(values[row]?.[0] ?? null);
    }, wanted);
  },
  SORTBY: (block = [], keys = [], order) => {
    const sign = corner(order) === -1 ? -1 : 1;
    const rows = block.map((line, row) => ({ line, key: sound(keys[row]?.[0] ?? null) }));
    return rows.sort((a, b) => sign * inOrder(a.key, b.key)).map(({ line }) => line);
  },
  FILTER: (block = [], kept = []) => block.filter((_, row) => kept[row]?.[0] === true),
  SEQUENCE: (rows) => Array.from({ length: numberOf(corner(rows)) }, (_, row) => [row + 1]),
  ROWS: (block = []) => single(block.length),
  CONCAT: (...blocks) => single(blocks.flat(2).map(sound).map(textOf).join("")),
  MID: (text = [], start = [], length = []) =>
    each(
      (cell, first, count) => textOf(cell).slice(numberOf(first) - 1, numberOf(first) - 1 + numberOf(count)),
      text,
      start,
      length,
    ),
  ROUND: (number = [], digits = []) =>
    each(
      (cell, places) => Math.round(numberOf(cell) * 10 ** numberOf(places)) / 10 ** numberOf(places),
      number,
      digits,
    ),
  MIN: (...blocks) => single(Math.min(...orZero(numbersIn(blocks)))),
  MAX: (...blocks) => single(Math.max(...orZero(numbersIn(blocks)))),
};

/** Excel's order: numbers before texts, texts by the alphabet. */
const inOrder = (a: Scalar | null, b: Scalar | null): number =>
  typeof a === "string" && typeof b === "string"
    ? a.localeCompare(b)
    : typeof a === "string" || typeof b === "string"
      ? Number(typeof a === "string") - Number(typeof b === "string")
      : numberOf(a) - numberOf(b);

const orZero = (numbers: readonly number[]): readonly number[] => (numbers.length > 0 ? numbers : [0]);

/** Rows and columns counted from 1; 0 means all of them. */
function partOf(block: Matrix, row: number, column: number): Matrix {
  const rows = row === 0 ? block : block.slice(row - 1, row);
  return rows.map((line) => (column === 0 ? line : [line[column - 1] ?? null]));
}
