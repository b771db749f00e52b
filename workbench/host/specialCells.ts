import { intersection } from "../../src/sales/rectangle";
import type { CellView, GridRange } from "../grid/contract";
import { oneOf } from "./arguments";
import type { Book } from "./book";
import { OfficeError } from "./officeError";

const CELL_TYPES = ["Constants", "Formulas"] as const;
const VALUE_TYPES: Readonly<Record<string, (view: CellView) => boolean>> = {
  All: () => true,
  Errors: ({ isError }) => isError,
  Logical: ({ value }) => typeof value === "boolean",
  Numbers: ({ value }) => typeof value === "number",
  Text: ({ value, isError }) => typeof value === "string" && !isError,
};

/** The cells of a range that hold formulas, or constants, of a kind: runs along rows, as Excel's areas. */
export function specialCells(
  book: Book,
  range: GridRange,
  cellType: unknown,
  valueType: unknown,
): GridRange[] {
  if (!CELL_TYPES.some((type) => type === cellType))
    throw new OfficeError(
      "NotImplemented",
      `Special cells ${String(cellType)} are not implemented by this host.`,
    );
  const isWanted = VALUE_TYPES[oneOf(valueType ?? "All", Object.keys(VALUE_TYPES), "cellValueType")]!;
  const used = book.grid.usedRange(range.sheet, false);
  const within = used && intersection(used, range);
  if (!within) return [];
  const area = { sheet: range.sheet, ...within };
  const formulas = book.grid.formulas(area);
  return book.grid.values(area).flatMap((views, r) => {
    const runs: { -readonly [K in keyof GridRange]: GridRange[K] }[] = [];
    views.forEach((view, c) => {
      if (view.value === null || view.value === "" || !isWanted(view)) return;
      const formula = formulas[r]?.[c];
      // A text that begins with `=` is given back as itself; a formula gives another value, or an error.
      const isFormula =
        typeof formula === "string" && formula.startsWith("=") && (view.isError || formula !== view.value);
      if (isFormula !== (cellType === "Formulas")) return;
      const column = area.column + c;
      const last = runs.at(-1);
      if (last && last.column + last.columns === column) last.columns++;
      else runs.push({ sheet: area.sheet, row: area.row + r, column, rows: 1, columns: 1 });
    });
    return runs;
  });
}
