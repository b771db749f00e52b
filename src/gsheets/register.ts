import { entriesInForce, REGISTER, type RegisterValues, registerTable } from "../kept";
import { defaultRegister, type RegisterEntry } from "../kpi";
import { memoryCells, memoryOf, type RegisterMemory, type RegisterReading, remembering } from "../live";
import { FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import type { SheetsRequest } from "./api";
import { freeIds, valuesOf } from "./book";
import type { BookFound, SheetsFile } from "./file";
import { hiddenSheet } from "./hiddenSheet";
import { addedRows, changedRow, newTable, readTable, type StandingTable } from "./keptTables";
import { MEMORY_SHEET } from "./meta";

/** The register's sheet, its memory, and the entries in force. */
interface StandingRegister extends StandingTable<RegisterValues, RegisterEntry> {
  readonly memory: RegisterMemory;
  readonly entries: readonly RegisterEntry[];
}

/** Without a sheet what was last in force counts, else the product's own entries. */
async function takeRegister(
  file: SheetsFile,
  book: BookFound,
  language: Language,
): Promise<StandingRegister> {
  const memory = memoryOf(await valuesOf(file, MEMORY_SHEET));
  const lastGood = memory.entries ?? defaultRegister(language);
  const { found, reading } = await readTable(file, book, registerTable(lastGood));
  return { found, reading, memory, entries: reading ? entriesInForce(reading, lastGood) : lastGood };
}

const readingOf = ({ entries, reading, memory }: StandingRegister): RegisterReading => ({
  entries,
  problems: reading?.problems ?? [],
  versions: memory.versions,
});

export const registerReading = async (
  file: SheetsFile,
  book: BookFound,
  language: Language,
): Promise<RegisterReading> => readingOf(await takeRegister(file, book, language));

const memoryRequests = (book: BookFound, memory: RegisterMemory, freeId: () => number) =>
  hiddenSheet(
    book,
    MEMORY_SHEET,
    memoryCells(memory).map((cell) => [cell]),
    freeId,
  );

/** Makes the sheet where there is none; a KPI that the product gained gets a row, one whose row was deleted does not. */
export async function ensureRegister(
  file: SheetsFile,
  book: BookFound,
  language: Language,
): Promise<boolean> {
  const standing = await takeRegister(file, book, language);
  const { found, reading, memory, entries } = standing;
  const known = new Set([...(memory.entries ?? []), ...entries].map(({ kpi }) => kpi));
  const gained = defaultRegister(language).filter(({ kpi }) => !known.has(kpi));
  if (found && (gained.length === 0 || !memory.entries || !reading?.places)) return false;
  const all = [...entries, ...gained];
  const freeId = freeIds(book);
  const cellsOf = (entry: RegisterEntry) => REGISTER.write(entry, language);
  const rows: readonly SheetsRequest[] = found
    ? addedRows(REGISTER, standing, gained.map(cellsOf), language)
    : newTable(book, REGISTER, all.map(cellsOf), language, freeId());
  await file.write([...rows, ...memoryRequests(book, { ...memory, entries: all }, freeId)]);
  return true;
}

/** The person who changed the register, and when (milliseconds since 1970). */
interface Made {
  readonly by: string;
  readonly at: number;
}

/** Remembers what the register said before, where it changed. */
export async function keepRegister(
  file: SheetsFile,
  book: BookFound,
  language: Language,
  made: Made,
): Promise<RegisterReading> {
  const standing = await takeRegister(file, book, language);
  const { found, entries } = standing;
  if (!found || JSON.stringify(entries) === JSON.stringify(standing.memory.entries))
    return readingOf(standing);
  const memory = remembering(standing.memory, entries, made);
  await file.write(memoryRequests(book, memory, freeIds(book)));
  return readingOf({ ...standing, memory });
}

/** Writes one entry into its row. Throws FailureError `register-invalid` where the sheet's headings are gone. */
export async function saveEntry(
  file: SheetsFile,
  book: BookFound,
  entry: RegisterEntry,
  language: Language,
): Promise<void> {
  const standing = await takeRegister(file, book, language);
  const { reading } = standing;
  if (!reading?.places) throw new FailureError(failure("register-invalid"));
  const row = reading.rows.find(({ values }) => values.kpi?.id === entry.kpi)?.row;
  const cells = REGISTER.write(entry, language);
  await file.write(
    row === undefined
      ? addedRows(REGISTER, standing, [cells], language)
      : changedRow(REGISTER, standing, row, cells, language),
  );
}
