import type { Rectangle } from "../../src/sales/rectangle";
/** The faces of a sheet as few rectangles. */
import type { CellFace, SheetId } from "../grid/contract";
import { faceOf } from "../grid/univerFaces";
import type { UniverGrid } from "../grid/univerGrid";
import { StyleJoiner } from "./joinStyles";

export function collectStyles(
  grid: UniverGrid,
  id: SheetId,
): readonly { readonly range: Rectangle; readonly face: CellFace }[] {
  const sheet = grid.workbook.getSheetBySheetId(id);
  const styles = grid.workbook.getStyles();
  const matrix = sheet?.getCellMatrix().getMatrix() ?? {};
  const faces = new Map<string, CellFace>();
  const joiner = new StyleJoiner();
  for (const row of Object.keys(matrix).map(Number)) {
    for (const column of Object.keys(matrix[row] ?? {}).map(Number)) {
      const cell = matrix[row]?.[column];
      if (cell?.s == null) continue;
      const style = typeof cell.s === "string" ? cell.s : JSON.stringify(cell.s);
      if (!faces.has(style)) faces.set(style, faceOf(styles.getStyleByCell(cell)));
      joiner.add(row, column, style);
    }
  }
  return joiner.rectangles().map(({ range, style }) => ({ range, face: faces.get(style) ?? {} }));
}
