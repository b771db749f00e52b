import { EXCEL_LIMITS } from "../dashboard";
import { sheetReference } from "../sales/a1";
import { EMPTY_SHEET, type SheetModel } from "./model";
import type { ListReference } from "./sheet";

/** The very hidden sheet that holds the lists too long, or with a comma or quote in them, to stand in a rule. */
export const LISTS_SHEET = "vigie.lists";

/** Excel parts a list at its commas and drops the blanks around an item. */
const isReadAnew = (item: string): boolean => /[",]|^\s|\s$|^$/.test(item);

/** Collects long lists, one column each; equal lists share a column. */
export function listStore(): { reference: ListReference; sheet: () => SheetModel | undefined } {
  const columns = new Map<string, { readonly column: number; readonly items: readonly string[] }>();
  return {
    reference: (items) => {
      const inline = items.join(",");
      if (inline.length <= EXCEL_LIMITS.list && !inline.startsWith("=") && !items.some(isReadAnew))
        return undefined;
      const key = JSON.stringify(items);
      const kept = columns.get(key) ?? { column: columns.size, items };
      columns.set(key, kept);
      return sheetReference(LISTS_SHEET, { row: 0, column: kept.column, rows: items.length, columns: 1 });
    },
    sheet: () => (columns.size === 0 ? undefined : listsSheet([...columns.values()])),
  };
}

const listsSheet = (
  lists: readonly { readonly column: number; readonly items: readonly string[] }[],
): SheetModel => ({
  ...EMPTY_SHEET,
  name: LISTS_SHEET,
  visibility: "veryHidden",
  blocks: lists.map(({ column, items }) => ({ row: 0, column, values: items.map((item) => [item]) })),
});
