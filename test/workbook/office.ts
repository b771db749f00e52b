import { isDeepStrictEqual } from "node:util";
import type { Result } from "../../src/sales/failure";
import type { SalesData } from "../../src/sales/tables";
import type { Host } from "../../workbench/host/host";

/** The value of a result that has to be there. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.params)}`);
  return result.value;
}

/** The code of a failure that has to be there. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error("succeeded");
  return result.failure.code;
}

/** Whether two data sets are the same to the last cell. `toEqual` would show where large ones differ, for minutes. */
export const same = (found: SalesData | undefined, expected: SalesData | undefined): boolean =>
  isDeepStrictEqual(found, expected);

export const sheetNames = (host: Host): readonly string[] =>
  host.grid.sheetIds().map((id) => host.grid.sheetName(id));

export const tableNames = (host: Host): readonly string[] =>
  [...host.book.tables.values()].map(({ name }) => name);

/** What a person does in the sheet, or another add-in: anything that Office.js can. */
export const act = (deed: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run({ delayForCellEdit: true }, async (context) => {
    deed(context.workbook);
    await context.sync();
  });
