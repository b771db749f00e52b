import { address } from "../dashboard/address";
import type { RangeModel } from "./model";

/** `B3:D9`; a single cell is `B3`. */
export function rangeAddress({ row, column, rows, columns }: RangeModel): string {
  const first = address(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${address(row + rows - 1, column + columns - 1)}`;
}

/** `$B$3:$D$9`; a single cell is `$B$3`. */
export const absoluteAddress = (range: RangeModel): string =>
  rangeAddress(range).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** `'Chiffre d''affaires'!$C$3`: how names, charts and print areas point into a sheet. */
export const sheetReference = (sheet: string, range: RangeModel): string =>
  `'${sheet.replaceAll("'", "''")}'!${absoluteAddress(range)}`;
