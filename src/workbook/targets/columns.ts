import { TARGET_COLUMNS } from "../../dashboard/sheets/targets";
import { foldName } from "../../sales/fold";
import type { Target } from "../../sales/targets";

/** Field → place among the sheet's columns, by heading in either language; undefined when a heading is missing. */
export function columnPlaces(headings: readonly unknown[]): Record<keyof Target, number> | undefined {
  const names = headings.map((heading) => foldName(String(heading ?? "")));
  const places = TARGET_COLUMNS.map(({ field, caption }) => {
    const known = [foldName(caption.fr), foldName(caption.en)];
    return [field, names.findIndex((name) => known.includes(name))] as const;
  });
  if (places.some(([, place]) => place < 0)) return undefined;
  return Object.fromEntries(places) as Record<keyof Target, number>;
}
