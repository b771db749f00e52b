import { entriesInForce, REGISTER, type RegisterValues, registerTable } from "../../kept";
import { defaultRegister, type RegisterEntry } from "../../kpi";
import type { RegisterReading } from "../../live";
import { FailureError, failure, type Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { inWorkbook, type Session } from "../office/session";
import { settleViews } from "../office/views";
import { type LanguageOptions, tableWatches } from "./ensure";
import { askSheets } from "./find";
import { askCells, type StandingTable } from "./read";
import { askMemory, MEMORY_SHEET, type RegisterMemory, remembering, writeMemory } from "./registerMemory";
import { appendRows, writeRow, writeSheet } from "./write";

const watches = tableWatches(REGISTER);

/** Calls back after cells of the register's sheet changed, here (`byHand`) or by a co-author; see `SheetWatches`. */
export const watchRegister = (onChange: (byHand: boolean) => void): Promise<Result<() => Promise<void>>> =>
  watches.watch(onChange);

/** The register's sheet, its memory, and the entries in force. */
interface StandingRegister extends StandingTable<RegisterValues, RegisterEntry> {
  readonly memory: RegisterMemory;
  readonly entries: readonly RegisterEntry[];
}

/** Two requests: the sheets and the memory, then the register's cells. */
async function takeRegister(session: Session, language: Language): Promise<StandingRegister> {
  const readSheets = askSheets(session);
  const readMemory = askMemory(session);
  await session.sync();
  const [sheets, memory] = [readSheets(), readMemory()];
  const lastGood = memory.entries ?? defaultRegister(language);
  const found = sheets.find(REGISTER);
  if (!found) return { sheets, found, reading: undefined, memory, entries: lastGood };
  const readCells = askCells<RegisterValues, RegisterEntry>(session, found, REGISTER.name);
  await session.sync();
  const reading = readCells(registerTable(lastGood));
  return { sheets, found, reading, memory, entries: entriesInForce(reading, lastGood) };
}

const readingOf = ({ entries, reading, memory }: StandingRegister): RegisterReading => ({
  entries,
  problems: reading?.problems ?? [],
  versions: memory.versions,
});

/**
 * Reads the register. Columns may have been moved or deleted, rows sorted, the sheet renamed; without a sheet what was
 * last in force counts, else the product's own entries.
 */
export const readRegister = ({
  language = "fr",
  ...options
}: LanguageOptions = {}): Promise<Result<RegisterReading>> =>
  inWorkbook(async (session) => readingOf(await takeRegister(session, language)), options);

/**
 * Makes the sheet "Référentiel" where the workbook has none: with what was last in force, else with the product's
 * own entries. A KPI that the product gained gets a row; one whose row the user deleted does not come back. True
 * when something was written.
 */
export async function ensureRegister({
  language = "fr",
  ...options
}: LanguageOptions = {}): Promise<Result<boolean>> {
  const written = await inWorkbook(async (session) => {
    const { sheets, found, reading, memory, entries } = await takeRegister(session, language);
    const known = new Set([...(memory.entries ?? []), ...entries].map(({ kpi }) => kpi));
    const gained = defaultRegister(language).filter(({ kpi }) => !known.has(kpi));
    if (found && (gained.length === 0 || !memory.entries || !reading?.places)) return false;
    const all = [...entries, ...gained];
    const cellsOf = (entry: RegisterEntry) => REGISTER.write(entry, language);
    if (found && reading)
      appendRows(session, { table: REGISTER, found, reading, language }, gained.map(cellsOf));
    else writeSheet(session, REGISTER, all.map(cellsOf), sheets.names, language);
    writeMemory(session, { ...memory, entries: all }, sheets.names.includes(MEMORY_SHEET));
    await session.sync();
    await settleViews(session);
    return true;
  }, options);
  if (written.ok && written.value) await watches.attach();
  return written;
}

export interface KeepOptions extends LanguageOptions {
  /** The person who changed the register. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Reads the register and remembers what it said before, where it changed; nothing is written where it did not. */
export const keepRegister = ({
  by,
  at,
  language = "fr",
  ...options
}: KeepOptions): Promise<Result<RegisterReading>> =>
  inWorkbook(async (session) => {
    const standing = await takeRegister(session, language);
    const { found, entries, sheets } = standing;
    if (!found || JSON.stringify(entries) === JSON.stringify(standing.memory.entries))
      return readingOf(standing);
    const memory = remembering(standing.memory, entries, { by, at });
    writeMemory(session, memory, sheets.names.includes(MEMORY_SHEET));
    await session.sync();
    return readingOf({ ...standing, memory });
  }, options);

/**
 * Writes one KPI's entry into its row of the sheet, which is made where it is missing, and remembers what stood
 * there. Fails with `register-invalid` where the sheet's headings are gone, and as the workbook does.
 */
export async function saveEntry(
  entry: RegisterEntry,
  options: KeepOptions,
): Promise<Result<RegisterReading>> {
  const { language = "fr", by: _by, at: _at, ...session } = options;
  const ensured = await ensureRegister({ language, ...session });
  if (!ensured.ok) return ensured;
  const written = await inWorkbook(async (workbook) => {
    const { found, reading } = await takeRegister(workbook, language);
    if (!found || !reading?.places) throw new FailureError(failure("register-invalid"));
    const place = { table: REGISTER, found, reading, language };
    const row = reading.rows.find(({ values }) => values.kpi?.id === entry.kpi)?.row;
    const cells = REGISTER.write(entry, language);
    if (row === undefined) appendRows(workbook, place, [cells]);
    else writeRow(workbook, place, row, cells);
    await workbook.sync();
  }, session);
  return written.ok ? keepRegister(options) : written;
}
