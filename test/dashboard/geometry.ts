import type { SheetPlan } from "../../src/dashboard/plan";
import type { Rectangle } from "../../src/sales/rectangle";

export interface Claim extends Rectangle {
  readonly what: string;
}

/** Every rectangle of cells that something writes into: contents, the room of a spill, a merge. */
export const claims = ({ cells, merges }: SheetPlan): Claim[] => [
  ...cells.flatMap(({ row, column, content }): Claim[] => {
    if (content.kind === "empty") return [];
    const spill = content.kind === "formula" ? content.spill : undefined;
    const merge = merges.find((other) => other.row === row && other.column === column);
    const { rows, columns } = spill ?? merge ?? { rows: 1, columns: 1 };
    return [{ what: JSON.stringify(content), row, column, rows, columns }];
  }),
  ...merges
    .filter((merge) => !cells.some(({ row, column }) => row === merge.row && column === merge.column))
    .map((merge) => ({ what: "merge", ...merge })),
];

export const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export const collisions = (sheet: SheetPlan): string[] => {
  const all = claims(sheet);
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.what} meets ${b.what}`] : [])),
  );
};

/** The page, and the bands below it that stand on the screen only. */
export const wholeOf = ({ print: { area }, rowHeights }: SheetPlan): Rectangle => ({
  ...area,
  rows: Math.max(...Object.keys(rowHeights).map(Number)) + 1,
});

export const inside = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;
