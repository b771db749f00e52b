import {
  type Cell,
  corner,
  fault,
  generated,
  isFault,
  type Matrix,
  type Scalar,
  single,
  widthOf,
} from "../cells";
import { inOrder, numberOf, truthOf } from "../coerce";
import { MANY, ofBlocks, type SheetFunctions } from "./declaration";

/** Rows in the order of their keys, equal ones as they stood; descending when `order` is −1. Errors come last. */
function sorted(block: Matrix, keys: readonly Cell[], order: Matrix | undefined): Matrix {
  const sign = numberOf(corner(order)) === -1 ? -1 : 1;
  const rows = block.map((line, row) => ({ line, key: keys[row] ?? null }));
  const rank = (key: Cell): number => (key === null ? 1 : isFault(key) ? 2 : 0);
  return rows
    .sort((a, b) => rank(a.key) - rank(b.key) || sign * inOrder(a.key as Scalar, b.key as Scalar))
    .map(({ line }) => line);
}

function filter(block: Matrix = [], conditions: Matrix = [], otherwise?: Matrix): Matrix {
  const holds = conditions.map((line) => truthOf(line[0] ?? null));
  const broken = holds.find(isFault);
  if (broken) return single(broken);
  const kept = block.filter((_, row) => holds[row]);
  return kept.length > 0 ? kept : (otherwise ?? single(fault("value-not-found")));
}

/** Each different row once, where it first stands; texts are the same whatever their case. */
function unique(block: Matrix = []): Matrix {
  const seen = new Map<string, Matrix[number]>();
  for (const line of block) {
    const key = JSON.stringify(line).toLowerCase();
    if (!seen.has(key)) seen.set(key, line);
  }
  return [...seen.values()];
}

/** The first rows or columns; the last ones of a negative count. */
function taken(block: Matrix = [], rowsGiven?: Matrix, columnsGiven?: Matrix): Matrix {
  const rows = numberOf(corner(rowsGiven));
  const columns = numberOf(corner(columnsGiven));
  if (isFault(rows)) return single(rows);
  if (isFault(columns)) return single(columns);
  const some = <T>(list: readonly T[], count: number): readonly T[] =>
    count === 0 ? list : count > 0 ? list.slice(0, count) : list.slice(count);
  return some(block, rows).map((line) => some(line, columns));
}

function beside(...blocks: Matrix[]): Matrix {
  const rows = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: rows }, (_, row) =>
    blocks.flatMap((block) => block[row] ?? Array<Cell>(widthOf(block)).fill(fault("value-not-found"))),
  );
}

const transposed = (block: Matrix = []): Matrix =>
  generated(widthOf(block), block.length, (row, column) => block[column]?.[row] ?? null);

export const BLOCKS: SheetFunctions = {
  ROWS: ofBlocks(1, 1, (block = []) => single(block.length)),
  COLUMNS: ofBlocks(1, 1, (block = []) => single(widthOf(block))),
  TRANSPOSE: ofBlocks(1, 1, transposed),
  SEQUENCE: ofBlocks(1, 4, (rows, columns, start, step) => {
    const [down, across, first, by] = [rows, columns, start, step].map((given) =>
      given === undefined || corner(given) === null ? 1 : numberOf(corner(given)),
    );
    const broken = [down, across, first, by].find(isFault);
    if (broken) return single(broken);
    const width = Math.trunc(Number(across));
    return generated(
      Math.trunc(Number(down)),
      width,
      (row, column) => Number(first) + Number(by) * (row * width + column),
    );
  }),
  SORT: ofBlocks(1, 3, (block = [], by, order) => {
    const column = numberOf(corner(by) ?? 1);
    return isFault(column)
      ? single(column)
      : sorted(
          block,
          block.map((line) => line[column - 1] ?? null),
          order,
        );
  }),
  SORTBY: ofBlocks(2, 3, (block = [], keys = [], order) =>
    sorted(
      block,
      keys.map((line) => line[0] ?? null),
      order,
    ),
  ),
  FILTER: ofBlocks(2, 3, filter),
  UNIQUE: ofBlocks(1, 1, unique),
  TAKE: ofBlocks(2, 3, taken),
  HSTACK: ofBlocks(1, MANY, beside),
  VSTACK: ofBlocks(1, MANY, (...blocks) => transposed(beside(...blocks.map(transposed)))),
};
