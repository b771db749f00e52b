import { REGISTER } from "../../kept";
import { defaultRegister, type RegisterEntry } from "../../kpi";
import { type RegisterReading, remembering } from "../../live";
import { FailureError, failure, type Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { inWorkbook, type Session } from "../office/session";
import { settleViews } from "../office/views";
import { readingOf, registerWatches, takeRegister } from "./register";
import { MEMORY_SHEET } from "./registerMemory";
import type { LanguageOptions } from "./watch";
import { appendRows, writeRow, writeSheet } from "./write";
import { syncMemory } from "./writeMemory";

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
    const appended =
      found &&
      reading &&
      appendRows(session, { table: REGISTER, found, reading, language }, gained.map(cellsOf));
    if (!appended) writeSheet(session, REGISTER, all.map(cellsOf), sheets.names, language);
    await syncMemory(session, memory, { ...memory, entries: all }, sheets.names.includes(MEMORY_SHEET));
    // A co-author's Vigie gained the same rows at the same time: they stand there.
    if (appended?.putBack()) await session.sync();
    await settleViews(session);
    return true;
  }, options);
  if (written.ok && written.value) await registerWatches.attach();
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
    const kept = await syncMemory(session, standing.memory, memory, sheets.names.includes(MEMORY_SHEET));
    return readingOf({ ...standing, memory: kept });
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
  const written = await inWorkbook((workbook) => write(workbook, entry, language), session);
  return written.ok ? keepRegister(options) : written;
}

/** A row that a co-author appended at the same place meanwhile is put back, and the entry comes after it. */
async function write(workbook: Session, entry: RegisterEntry, language: Language): Promise<void> {
  const { found, reading } = await takeRegister(workbook, language);
  if (!found || !reading?.places) throw new FailureError(failure("register-invalid"));
  const place = { table: REGISTER, found, reading, language };
  const row = reading.rows.find(({ values }) => values.kpi?.id === entry.kpi)?.row;
  const cells = REGISTER.write(entry, language);
  const appended = row === undefined ? appendRows(workbook, place, [cells]) : undefined;
  if (row !== undefined) writeRow(workbook, place, row, cells);
  await workbook.sync();
  if (!appended?.putBack()) return;
  await workbook.sync();
  await write(workbook, entry, language);
}
