import type { SheetPlan } from "../../dashboard";
import { Checksum } from "../../sales/checksum";
import type { ListReference } from "./rules";

/** Raised when the same plan is to be written otherwise than before, so that every sheet is written anew once. */
const WRITER_VERSION = 1;

/** Stands instead of a fingerprint while a dashboard is being written. */
export const UNFINISHED = "";

/** Equal for plans that would give the same sheet: neither the user's choices nor the data count. */
export function fingerprint(plan: SheetPlan, listReference: ListReference): string {
  const checksum = new Checksum(2);
  checksum.add(0, JSON.stringify(plan));
  checksum.add(1, plan.validations.map(({ list }) => listReference(list) ?? "").join());
  return `${WRITER_VERSION}-${checksum.digest()}`;
}

/** Rows and columns a plan touches, counted from the sheet's corner. */
export function extent({ cells, merges, conditionalFormats }: SheetPlan): { rows: number; columns: number } {
  const areas = [
    ...cells.map(({ row, column, content }) => ({
      row,
      column,
      rows: 1,
      columns: 1,
      ...(content.kind === "formula" && content.spill),
    })),
    ...merges,
    ...conditionalFormats.map(({ range }) => range),
  ];
  return {
    rows: Math.max(1, ...areas.map(({ row, rows }) => row + rows)),
    columns: Math.max(1, ...areas.map(({ column, columns }) => column + columns)),
  };
}
