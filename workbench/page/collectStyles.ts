/** The faces of a sheet as few rectangles: equal neighbours in a row are joined, then equal rows. */
import type { RangeModel } from "../../src/xlsx/model";
import type { CellFace, SheetId } from "../grid/contract";
import { faceOf } from "../grid/univerFaces";
import type { UniverGrid } from "../grid/univerGrid";

interface Run {
  readonly row: number;
  readonly column: number;
  columns: number;
  rows: number;
  readonly style: string;
}

export function collectStyles(
  grid: UniverGrid,
  id: SheetId,
): readonly { readonly range: RangeModel; readonly face: CellFace }[] {
  const sheet = grid.workbook.getSheetBySheetId(id);
  const styles = grid.workbook.getStyles();
  const matrix = sheet?.getCellMatrix().getMatrix() ?? {};
  const faces = new Map<string, CellFace>();
  const done: Run[] = [];
  let above = new Map<string, Run>();
  let previous = -1;
  for (const rowKey of Object.keys(matrix)) {
    const row = Number(rowKey);
    const runs: Run[] = [];
    for (const columnKey of Object.keys(matrix[row] ?? {})) {
      const cell = matrix[row]?.[Number(columnKey)];
      if (cell?.s == null) continue;
      const style = typeof cell.s === "string" ? cell.s : JSON.stringify(cell.s);
      if (!faces.has(style)) faces.set(style, faceOf(styles.getStyleByCell(cell)));
      const column = Number(columnKey);
      const left = runs.at(-1);
      if (left && left.style === style && left.column + left.columns === column) left.columns += 1;
      else runs.push({ row, column, columns: 1, rows: 1, style });
    }
    const below = new Map<string, Run>();
    for (const run of runs) {
      const key = `${run.column} ${run.columns} ${run.style}`;
      const upper = row === previous + 1 ? above.get(key) : undefined;
      if (upper) upper.rows += 1;
      else done.push(run);
      below.set(key, upper ?? run);
    }
    above = below;
    previous = row;
  }
  return done.map(({ row, column, rows, columns, style }) => ({
    range: { row, column, rows, columns },
    face: faces.get(style) ?? {},
  }));
}
