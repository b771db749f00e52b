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

const REFERENCE =
  /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!()]+))!\$?(?<left>[A-Z]{1,3})\$?(?<top>\d{1,7})(?::\$?(?<right>[A-Z]{1,3})\$?(?<bottom>\d{1,7}))?$/;

/** `sheetReference` backwards, quoted or not; undefined for anything else, such as `#REF!`. */
export function readReference(
  reference: string,
): { readonly sheet: string; readonly range: RangeModel } | undefined {
  const parts = REFERENCE.exec(reference)?.groups;
  if (!parts) return undefined;
  const { quoted, plain = "", left = "", top = "", right = left, bottom = top } = parts;
  const [row, column] = [Number(top) - 1, columnNumber(left)];
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain,
    range: { row, column, rows: Number(bottom) - row, columns: columnNumber(right) + 1 - column },
  };
}

/** `A` → 0, `AA` → 26. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
