/** Cell styles: `CellFace` ↔ Univer's style, and the sizes of rows and columns. */
import type { IBorderData, ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { CellFace, Grid, GridRange } from "./contract";
import { fromUniver, type GridContext, toUniver } from "./univerContext";
import { COLUMNS, ROWS } from "./univerSheets";

const HORIZONTAL = ["General", "Left", "Center", "Right", "Justify", "", "Distributed"] as const;
const VERTICAL = ["", "Top", "Center", "Bottom"] as const;
const WRAP = 3;
const OVERFLOW = 1;
const THIN = 1;
const EDGES: Readonly<Record<string, keyof IBorderData>> = {
  EdgeTop: "t",
  EdgeBottom: "b",
  EdgeLeft: "l",
  EdgeRight: "r",
  top: "t",
  bottom: "b",
  left: "l",
  right: "r",
};

/** Above this many cells styles are interned once and put straight into the matrix. */
const BULK_CELLS = 2000;

function indexOf(names: readonly string[], name: string): number {
  return Math.max(
    0,
    names.findIndex((each) => each.toLowerCase() === name.toLowerCase()),
  );
}

/** One step of Excel's indent in its default font. */
const INDENT_PIXELS = 9;

/** A face as a partial Univer style; a `null` member removes the cell's own. */
function styleOf(face: CellFace): IStyleData {
  const style: Record<string, unknown> = {};
  const set = (key: keyof IStyleData, value: unknown) => {
    style[key] = value;
  };
  if (face.numberFormat !== undefined) {
    set("n", face.numberFormat === "General" ? null : { pattern: face.numberFormat });
  }
  if (face.bold !== undefined) set("bl", face.bold ? 1 : 0);
  if (face.italic !== undefined) set("it", face.italic ? 1 : 0);
  if (face.underline !== undefined) set("ul", { s: face.underline ? 1 : 0 });
  if (face.size !== undefined) set("fs", face.size);
  if (face.fontName !== undefined) set("ff", face.fontName);
  if (face.color !== undefined) set("cl", face.color ? { rgb: face.color } : null);
  if (face.fill !== undefined) set("bg", face.fill ? { rgb: face.fill } : null);
  if (face.horizontalAlignment !== undefined) set("ht", indexOf(HORIZONTAL, face.horizontalAlignment));
  if (face.verticalAlignment !== undefined) set("vt", indexOf(VERTICAL, face.verticalAlignment));
  if (face.wrapText !== undefined) set("tb", face.wrapText ? WRAP : OVERFLOW);
  if (face.indentLevel !== undefined) {
    const space = face.indentLevel * INDENT_PIXELS;
    // Only the side that the text is aligned to counts.
    set("pd", space > 0 ? { l: space, r: space } : null);
  }
  if (face.borders) {
    const borders = Object.entries(face.borders).flatMap(([edge, color]) => {
      const key = EDGES[edge];
      return key ? [[key, color === null ? null : { s: THIN, cl: { rgb: color } }]] : [];
    });
    set("bd", Object.fromEntries(borders));
  }
  return style as IStyleData;
}

export function faceOf(style: Nullable<IStyleData>): CellFace {
  if (!style) return {};
  const borders = Object.entries(EDGES).flatMap(([edge, key]) => {
    const color = edge.startsWith("Edge") ? style.bd?.[key]?.cl?.rgb : undefined;
    return color ? [[edge, color]] : [];
  });
  return {
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    ...(style.bl != null ? { bold: style.bl === 1 } : {}),
    ...(style.it != null ? { italic: style.it === 1 } : {}),
    ...(style.ul != null ? { underline: style.ul.s === 1 } : {}),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.ff ? { fontName: style.ff } : {}),
    ...(style.cl?.rgb ? { color: style.cl.rgb } : {}),
    ...(style.bg?.rgb ? { fill: style.bg.rgb } : {}),
    ...(style.ht ? { horizontalAlignment: HORIZONTAL[style.ht] } : {}),
    ...(style.vt ? { verticalAlignment: VERTICAL[style.vt] } : {}),
    ...(style.pd?.l ? { indentLevel: Math.round(style.pd.l / INDENT_PIXELS) } : {}),
    ...(style.tb != null ? { wrapText: style.tb === WRAP } : {}),
    ...(borders.length > 0 ? { borders: Object.fromEntries(borders) } : {}),
  };
}

type Faces = Pick<
  Grid,
  | "setFace"
  | "face"
  | "setColumnWidth"
  | "setRowHeight"
  | "columnWidth"
  | "rowHeight"
  | "merge"
  | "unmerge"
  | "merges"
  | "setFreeze"
  | "setGridlines"
>;

export function facesOf(context: GridContext): Faces {
  const { kit, unitId, workbook } = context;
  const target = (sheet: string) => ({ unitId, subUnitId: sheet });

  /** A whole column or row carries its style itself: a million cells need not exist for it. */
  function setWholeFace(range: GridRange, style: IStyleData): void {
    const columns = range.rows >= ROWS;
    const first = columns ? range.column : range.row;
    const count = columns ? range.columns : range.rows;
    const config = context.sheet(range.sheet).getConfig();
    const data = (columns ? config.columnData : config.rowData) as Record<
      number,
      { s?: Nullable<IStyleData | string> }
    >;
    const lines = Array.from({ length: count }, (_, i) => {
      const old = workbook.getStyles().get(data[first + i]?.s) ?? {};
      return [first + i, { s: { ...old, ...style } }] as const;
    });
    const command = columns ? kit.sheets.SetColDataMutation : kit.sheets.SetRowDataMutation;
    const key = columns ? "columnData" : "rowData";
    context.run(command.id, { ...target(range.sheet), [key]: Object.fromEntries(lines) });
  }

  function setFaceInBulk(range: GridRange, style: IStyleData): void {
    const matrix = context.sheet(range.sheet).getCellMatrix();
    const styles = workbook.getStyles();
    const merged = new Map<unknown, ICellData["s"]>();
    for (let row = range.row; row < range.row + range.rows; row += 1) {
      for (let column = range.column; column < range.column + range.columns; column += 1) {
        const cell = matrix.getValue(row, column);
        let id = merged.get(cell?.s);
        if (id === undefined) {
          id = styles.setValue({ ...styles.getStyleByCell(cell), ...style });
          merged.set(cell?.s, id);
        }
        matrix.setValue(row, column, { ...cell, s: id });
      }
    }
  }

  return {
    setFace(range, face) {
      const style = styleOf(face);
      if (range.rows >= ROWS || range.columns >= COLUMNS) return setWholeFace(range, style);
      if (range.rows * range.columns > BULK_CELLS && !face.borders) return setFaceInBulk(range, style);
      const cells: Record<number, Record<number, ICellData>> = {};
      for (let row = range.row; row < range.row + range.rows; row += 1) {
        const line: Record<number, ICellData> = {};
        for (let column = range.column; column < range.column + range.columns; column += 1) {
          line[column] = { s: outerBorders(style, face, range, row, column) };
        }
        cells[row] = line;
      }
      const trigger = kit.sheets.SetStyleCommand.id;
      context.run(kit.sheets.SetRangeValuesMutation.id, {
        ...target(range.sheet),
        cellValue: cells,
        trigger,
      });
    },
    face: (sheet, row, column) => faceOf(context.sheet(sheet).getComposedCellStyle(row, column)),

    setColumnWidth(sheet, column, count, width) {
      const ranges = [{ startRow: 0, endRow: ROWS - 1, startColumn: column, endColumn: column + count - 1 }];
      context.run(kit.sheets.SetWorksheetColWidthMutation.id, { ...target(sheet), ranges, colWidth: width });
    },
    setRowHeight(sheet, row, count, height) {
      const ranges = [{ startRow: row, endRow: row + count - 1, startColumn: 0, endColumn: COLUMNS - 1 }];
      context.run(kit.sheets.SetWorksheetRowIsAutoHeightMutation.id, {
        ...target(sheet),
        ranges,
        autoHeightInfo: 0,
      });
      context.run(kit.sheets.SetWorksheetRowHeightMutation.id, {
        ...target(sheet),
        ranges,
        rowHeight: height,
      });
    },
    columnWidth: (sheet, column) => context.sheet(sheet).getColumnWidth(column),
    rowHeight: (sheet, row) => context.sheet(sheet).getRowHeight(row),

    merge(range) {
      const ranges = [toUniver(range)];
      context.run(kit.sheets.RemoveWorksheetMergeMutation.id, { ...target(range.sheet), ranges });
      context.run(kit.sheets.AddWorksheetMergeMutation.id, { ...target(range.sheet), ranges });
    },
    unmerge: (range) =>
      void context.run(kit.sheets.RemoveWorksheetMergeMutation.id, {
        ...target(range.sheet),
        ranges: [toUniver(range)],
      }),
    merges: (sheet) =>
      context
        .sheet(sheet)
        .getMergeData()
        .map((merge) => fromUniver(sheet, merge)),

    setFreeze(sheet, rows, columns) {
      const frozen = { startRow: rows || -1, startColumn: columns || -1, xSplit: columns, ySplit: rows };
      context.run(kit.sheets.SetFrozenMutation.id, { ...target(sheet), ...frozen });
    },
    setGridlines: (sheet, shown) =>
      void context.run(kit.sheets.ToggleGridlinesMutation.id, {
        ...target(sheet),
        showGridlines: shown ? 1 : 0,
      }),
  };
}

/** `Edge…` borders frame the range; inner cells do not get them. */
function outerBorders(
  style: IStyleData,
  face: CellFace,
  range: GridRange,
  row: number,
  column: number,
): IStyleData {
  if (!face.borders) return style;
  const onEdge: Readonly<Record<string, boolean>> = {
    EdgeTop: row === range.row,
    EdgeBottom: row === range.row + range.rows - 1,
    EdgeLeft: column === range.column,
    EdgeRight: column === range.column + range.columns - 1,
  };
  const own = Object.entries(face.borders).filter(([edge]) => onEdge[edge] !== false);
  return { ...style, bd: styleOf({ borders: Object.fromEntries(own) }).bd };
}
