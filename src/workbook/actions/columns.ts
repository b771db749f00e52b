import { ACTION_COLUMNS, type ActionColumn } from "../../dashboard/sheets/actions";
import { foldName } from "../../sales/fold";

/** Field → place among the sheet's columns; a column that the user deleted has none. */
export type Places = Readonly<Partial<Record<ActionColumn["field"], number>>>;

/** Without these a row is no action. */
const NEEDED: readonly ActionColumn["field"][] = ["id", "decision", "state"];

/** Where each column stands, by heading in either language; undefined when a needed one is missing. */
export function placesOf(headings: readonly unknown[]): Places | undefined {
  const names = headings.map((heading) => foldName(String(heading ?? "")));
  const places: Partial<Record<ActionColumn["field"], number>> = {};
  for (const { field, caption } of ACTION_COLUMNS) {
    const known = [foldName(caption.fr), foldName(caption.en)];
    const place = names.findIndex((name) => known.includes(name));
    if (place >= 0) places[field] = place;
  }
  return NEEDED.every((field) => places[field] !== undefined) ? places : undefined;
}
