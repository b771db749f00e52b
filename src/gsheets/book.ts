import { FailureError, failed, type Result, success } from "../sales/failure";
import type { BookFound, SheetFound, SheetsFile, SheetsValue, SheetsValues } from "./file";
import { META_SHEET, readMeta, type SheetsMeta } from "./meta";

/** The spreadsheet as one look found it. */
export interface OpenBook extends BookFound {
  readonly meta: SheetsMeta | undefined;
}

/** Looks at the sheets, the names and the meta cell. */
export async function openBook(file: SheetsFile): Promise<OpenBook> {
  const [found, [meta]] = await Promise.all([file.look(), file.values([META_SHEET])]);
  return { ...found, meta: readMeta(meta?.[0]?.[0]) };
}

export const sheetTitled = ({ sheets }: BookFound, title: string): SheetFound | undefined =>
  sheets.find((sheet) => sheet.title.toUpperCase() === title.toUpperCase());

/** Values of one sheet; none where it is not there. */
export async function valuesOf(file: SheetsFile, title: string): Promise<SheetsValues> {
  const [values] = await file.values([title]);
  return values ?? [];
}

/** The contents of cells by their names: `Vigie_Periode` → `2026-T1`; empty cells are left out. */
export async function namedValues(
  file: SheetsFile,
  { sheets, names }: BookFound,
  wanted: readonly string[],
): Promise<Readonly<Record<string, string | number>>> {
  const found = names.filter(({ name }) => wanted.includes(name));
  const titles = [
    ...new Set(found.map(({ sheetId }) => sheets.find((one) => one.sheetId === sheetId)?.title ?? "")),
  ];
  const values = await file.values(titles);
  return Object.fromEntries(
    found.flatMap(({ name, sheetId, row, column }) => {
      const title = sheets.find((one) => one.sheetId === sheetId)?.title ?? "";
      const value: SheetsValue | undefined = values[titles.indexOf(title)]?.[row]?.[column];
      return value === undefined || value === ""
        ? []
        : [[name, typeof value === "boolean" ? String(value) : value]];
    }),
  );
}

/** Ids for new sheets that no sheet of the spreadsheet has. */
export function freeIds({ sheets }: BookFound): () => number {
  const taken = new Set(sheets.map(({ sheetId }) => sheetId));
  let next = 1_000;
  return () => {
    do next += 1;
    while (taken.has(next));
    taken.add(next);
    return next;
  };
}

/** A title no sheet has: `Vue`, `Vue (2)`. */
export function freeTitle({ sheets }: BookFound, wished: string): string {
  const taken = new Set(sheets.map(({ title }) => title.toUpperCase()));
  for (let number = 1; ; number += 1) {
    const title = number === 1 ? wished : `${wished} (${number})`;
    if (!taken.has(title.toUpperCase())) return title;
  }
}

/** Turns what is thrown into a failure: FailureError's own, else `internal`. */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await work());
  } catch (thrown) {
    return thrown instanceof FailureError ? { ok: false, failure: thrown.failure } : failed("internal");
  }
}
