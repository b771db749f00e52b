import { entriesInForce, REGISTER, type RegisterValues, registerTable } from "../../kept";
import { defaultRegister, type RegisterEntry } from "../../kpi";
import type { RegisterMemory, RegisterReading } from "../../live";
import type { Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { inWorkbook, type Session } from "../office/session";
import { askSheets } from "./find";
import { askCells, type StandingTable } from "./read";
import { askMemory } from "./registerMemory";
import { type LanguageOptions, tableWatches } from "./watch";

export const registerWatches = tableWatches(REGISTER);

/** Calls back after cells of the register's sheet changed, here (`byHand`) or by a co-author; see `SheetWatches`. */
export const watchRegister = (onChange: (byHand: boolean) => void): Promise<Result<() => Promise<void>>> =>
  registerWatches.watch(onChange);

/** The register's sheet, its memory, and the entries in force. */
export interface StandingRegister extends StandingTable<RegisterValues, RegisterEntry> {
  readonly memory: RegisterMemory;
  readonly entries: readonly RegisterEntry[];
}

/** Two requests: the sheets and the memory, then the register's cells. */
export async function takeRegister(session: Session, language: Language): Promise<StandingRegister> {
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

export const readingOf = ({ entries, reading, memory }: StandingRegister): RegisterReading => ({
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
