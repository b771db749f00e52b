import type { Reference } from "./references";
import type { SheetTable } from "./sheetTable";

/** One sheet's part of a table. */
export interface TablePart {
  readonly sheet: SheetTable;
  readonly references: readonly Reference[];
}
