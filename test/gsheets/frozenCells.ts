import type { Scalar } from "../../src/formula";
import type { WorkbookContents } from "../../src/live";
import type { AsShown } from "../../src/sharing";
import { workbookModel } from "../../src/sharing";

/** Every sheet of the Excel edition's frozen workbook by name, its cells as `row,column` → value. */
export async function frozenCells(
  contents: WorkbookContents,
  shown: AsShown = {},
): Promise<ReadonlyMap<string, ReadonlyMap<string, Scalar>>> {
  const model = await workbookModel(contents, { formulas: "frozen", language: "fr", ...shown });
  return new Map(
    model.sheets.map(({ name, blocks }) => {
      const cells = new Map<string, Scalar>();
      for (const { row, column, values } of blocks)
        for (const [down, line] of values.entries())
          for (const [right, value] of line.entries())
            if (value !== null && value !== "") cells.set(`${row + down},${column + right}`, value);
      return [name, cells] as const;
    }),
  );
}
