/** An .xlsx file → the workbook as data: values, formulas, sheets and their visibility, names, tables, looks, lists. */
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { type Scalar, typedFormula } from "../../src/formula";
import { parseRectangle, splitSheet } from "../../src/sales/a1";
import type { FormulaModel, SheetModel, StyleModel, WorkbookModel } from "../../src/xlsx/model";
import { withoutSpills } from "../../src/xlsx/spills";
import { StyleJoiner } from "./joinStyles";

/** Properties that exceljs reads and its types leave out. */
interface SheetInside {
  readonly model: { readonly merges?: readonly string[] };
  readonly tables: Readonly<Record<string, { readonly table: TableInside }>>;
  readonly conditionalFormattings?: readonly {
    readonly ref: string;
    readonly rules: readonly RuleInside[];
  }[];
  readonly dataValidations?: { readonly model: Readonly<Record<string, ValidationInside>> };
}
interface TableInside {
  readonly name: string;
  readonly tableRef?: string;
  readonly ref?: string;
  readonly columns: readonly { readonly name: string }[];
}
interface RuleInside {
  readonly type: string;
  readonly formulae?: readonly unknown[];
  readonly style?: Partial<ExcelJS.Style>;
}
interface ValidationInside {
  readonly type: string;
  readonly formulae?: readonly unknown[];
  readonly errorStyle?: string;
  readonly showErrorMessage?: boolean;
}

/** A width in the file holds the cell's padding, in characters; the model's does not. */
const FILE_PADDING = 5 / 7;
const DAY_MS = 86_400_000;
/** Excel's day 0, as it counts since 1 March 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Throws when the bytes are not a workbook. */
export async function readXlsx(bytes: ArrayBuffer): Promise<WorkbookModel> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const names = book.definedNames.model as readonly {
    readonly name: string;
    readonly ranges: readonly string[];
  }[];
  const hidden = hiddenNames(bytes);
  return withoutSpills({
    title: book.title ?? "",
    sheets: book.worksheets.map(sheetModel),
    names: names
      .filter(({ name }) => !name.startsWith("_xlnm."))
      .map(({ name, ranges }) => ({
        name,
        refersTo: ranges[0] ?? "",
        ...(hidden.has(name) && { hidden: true }),
      })),
    activeSheet: book.views[0]?.activeTab ?? 0,
  });
}

/** exceljs does not tell them from others. */
function hiddenNames(bytes: ArrayBuffer): ReadonlySet<string> {
  const book = "xl/workbook.xml";
  const parts = unzipSync(new Uint8Array(bytes), { filter: ({ name }) => name === book });
  const xml = strFromU8(parts[book] ?? new Uint8Array());
  const elements = [...xml.matchAll(/<definedName\b[^>]*>/g)].map(([element]) => element);
  return new Set(
    elements
      .filter((element) => /\bhidden="(1|true)"/.test(element))
      .map((element) => /\bname="([^"]*)"/.exec(element)?.[1] ?? ""),
  );
}

function sheetModel(sheet: ExcelJS.Worksheet): SheetModel {
  const inside = sheet as unknown as SheetInside;
  const frozen = sheet.views.find((view) => view.state === "frozen") as
    | { readonly xSplit?: number; readonly ySplit?: number }
    | undefined;
  const widths: Record<number, number> = {};
  const heights: Record<number, number> = {};
  (sheet.columns ?? []).forEach((column, index) => {
    if (column.width !== undefined && column.isCustomWidth) widths[index] = column.width - FILE_PADDING;
  });
  sheet.eachRow((row, number) => {
    if (row.height) heights[number - 1] = row.height;
  });
  return {
    name: sheet.name,
    visibility: sheet.state,
    ...cellsOf(sheet),
    columnWidths: widths,
    rowHeights: heights,
    merges: rectangles(inside.model.merges ?? []),
    tables: Object.values(inside.tables).flatMap(({ table }) =>
      rectangles([table.tableRef ?? table.ref ?? ""]).map((range) => ({
        name: table.name,
        range,
        columns: table.columns.map(({ name }) => name),
      })),
    ),
    conditionalFormats: (inside.conditionalFormattings ?? []).flatMap(({ ref, rules }) =>
      rules
        .filter((rule) => rule.type === "expression")
        .flatMap((rule) =>
          rectangles(ref.split(" ")).map((range) => ({
            range,
            formula: typedFormula(String(rule.formulae?.[0] ?? "")),
            ...pick({
              fill: fillOf(rule.style?.fill),
              color: colorOf(rule.style?.font?.color),
              bold: rule.style?.font?.bold,
            }),
          })),
        ),
    ),
    validations: Object.entries(inside.dataValidations?.model ?? {})
      .filter(([, { type }]) => type === "list")
      .flatMap(([address, rule]) =>
        rectangles(address.split(" ")).map((range) => ({
          range,
          list: listOf(String(rule.formulae?.[0] ?? "")),
          strict: rule.showErrorMessage !== false && (rule.errorStyle ?? "stop") === "stop",
        })),
      ),
    charts: [],
    ...(frozen ? { freeze: { rows: frozen.ySplit ?? 0, columns: frozen.xSplit ?? 0 } } : {}),
    showGridlines: sheet.views[0]?.showGridLines !== false,
    ...pick({ tabColor: colorOf(sheet.properties.tabColor as Partial<ExcelJS.Color> | undefined) }),
    ...printOf(sheet),
  };
}

function cellsOf(sheet: ExcelJS.Worksheet): Pick<SheetModel, "blocks" | "formulas" | "styles"> {
  const values: Scalar[][] = [];
  const formulas: FormulaModel[] = [];
  const looks = new Map<string, StyleModel>();
  const joiner = new StyleJoiner();
  const spilled = new Set<string>();
  sheet.eachRow((row) => {
    const line: Scalar[] = [];
    values[row.number - 1] = line;
    row.eachCell((cell) => {
      const [r, c] = [cell.fullAddress.row - 1, cell.fullAddress.col - 1];
      const style = styleOf(cell);
      if (Object.keys(style).length > 0) {
        const look = JSON.stringify(style);
        looks.set(look, style);
        joiner.add(r, c, look);
      }
      if (cell.isMerged && cell.master !== cell) return;
      const { value } = cell;
      if (cell.formula) {
        const result = scalarOf(cell.result);
        const isError = typeof cell.result === "object" && cell.result !== null && "error" in cell.result;
        formulas.push({
          row: r,
          column: c,
          formula: typedFormula(cell.formula),
          values: [[result]],
          ...(isError ? { error: String(result) } : {}),
        });
        const ref = typeof value === "object" && value !== null && "ref" in value ? String(value.ref) : "";
        for (const each of rectangles([ref])) {
          for (let i = each.row; i < each.row + each.rows; i += 1) {
            for (let j = each.column; j < each.column + each.columns; j += 1) spilled.add(`${i} ${j}`);
          }
        }
      } else if (!spilled.has(`${r} ${c}`)) {
        line[c] = scalarOf(value);
      }
    });
  });
  const width = Math.max(0, ...Array.from(values, (line) => line?.length ?? 0));
  const block = Array.from({ length: values.length }, (_, r) =>
    Array.from({ length: width }, (__, c) => values[r]?.[c] ?? null),
  );
  const styles = joiner.rectangles().map(({ range, style }) => ({ range, style: looks.get(style) ?? {} }));
  return { blocks: width > 0 ? [{ row: 0, column: 0, values: block }] : [], formulas, styles };
}

function scalarOf(value: unknown): Scalar {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return (value.getTime() - EPOCH) / DAY_MS;
  if (typeof value !== "object") return value as Scalar;
  if ("error" in value) return String(value.error);
  if ("richText" in value) {
    return (value.richText as readonly { readonly text: string }[]).map(({ text }) => text).join("");
  }
  if ("text" in value) return scalarOf(value.text);
  return "result" in value ? scalarOf(value.result) : null;
}

function styleOf(cell: ExcelJS.Cell): StyleModel {
  const { font, alignment, border, numFmt, fill } = cell;
  const edges = (["top", "bottom", "left", "right"] as const).flatMap((edge) =>
    border?.[edge]?.style ? [[edge, colorOf(border[edge]?.color) ?? "#000000"] as const] : [],
  );
  const vertical = alignment?.vertical === "middle" ? "center" : alignment?.vertical;
  return pick({
    numberFormat: numFmt && numFmt !== "General" ? numFmt : undefined,
    bold: font?.bold,
    italic: font?.italic,
    size: font?.size,
    fontName: font?.name,
    color: colorOf(font?.color),
    fill: fillOf(fill),
    align: oneOf(alignment?.horizontal, ["left", "center", "right"] as const),
    verticalAlign: oneOf(vertical, ["top", "center", "bottom"] as const),
    wrap: alignment?.wrapText,
    indent: alignment?.indent,
    borders: edges.length > 0 ? Object.fromEntries(edges) : undefined,
  });
}

function printOf(sheet: ExcelJS.Worksheet): Pick<SheetModel, "print"> {
  const { orientation, printArea, fitToWidth, fitToHeight, fitToPage } = sheet.pageSetup;
  if (orientation !== "landscape" && !printArea && !fitToPage) return {};
  const [area] = rectangles([printArea ?? ""]);
  return {
    print: {
      orientation: orientation ?? "portrait",
      ...(area ? { area } : {}),
      fitToWidth: fitToWidth ?? 0,
      fitToHeight: fitToHeight ?? 0,
    },
  };
}

function listOf(formula: string): readonly string[] | { readonly formula: string } {
  const literal = /^"(.*)"$/.exec(formula)?.[1];
  return literal === undefined ? { formula } : literal.replaceAll('""', '"').split(",");
}

const rectangles = (addresses: readonly string[]) =>
  addresses.flatMap((address) => parseRectangle(splitSheet(address).local) ?? []);
const colorOf = (color: Partial<ExcelJS.Color> | undefined) =>
  color?.argb ? `#${color.argb.slice(-6).toUpperCase()}` : undefined;

function fillOf(fill: ExcelJS.Fill | undefined): string | undefined {
  if (fill?.type !== "pattern" || fill.pattern === "none") return undefined;
  return colorOf(fill.fgColor) ?? colorOf(fill.bgColor);
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}

function pick<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof pick<T>
  >;
}
