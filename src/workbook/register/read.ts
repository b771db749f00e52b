import { REGISTER_TABLE } from "../../dashboard/sheets/register";
import { defaultRegister, type RegisterEntry } from "../../kpi";
import type { RegisterReading } from "../../live";
import type { Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { type FoundRegister, findRegister } from "./find";
import { askMemory, type RegisterMemory } from "./memory";
import { type ParsedRegister, parseRegister } from "./parse";

export interface RegisterOptions extends SessionOptions {
  readonly language?: Language;
}

/** Everything that one reading of the workbook tells about the register. */
export interface StandingRegister {
  readonly sheet: FoundRegister | undefined;
  readonly names: readonly string[];
  readonly memory: RegisterMemory;
  /** Undefined without a sheet. */
  readonly parsed: ParsedRegister | undefined;
  readonly entries: readonly RegisterEntry[];
}

/** Two requests: where the sheets are, then their cells. */
export async function takeRegister(session: Session, language: Language): Promise<StandingRegister> {
  const { sheet, names } = await findRegister(session);
  const readMemory = askMemory(session);
  const range = sheet && askCells(session, sheet);
  await session.sync();
  const memory = readMemory();
  const lastGood = memory.entries ?? defaultRegister(language);
  const parsed =
    sheet &&
    range &&
    parseRegister(
      { sheetName: sheet.sheetName, row: range.rowIndex, column: range.columnIndex, values: range.values },
      lastGood,
    );
  return { sheet, names, memory, parsed, entries: parsed?.entries ?? lastGood };
}

function askCells({ workbook }: Session, { sheetId, isTable }: FoundRegister): Excel.Range {
  const range = isTable
    ? workbook.tables.getItem(REGISTER_TABLE).getRange()
    : workbook.worksheets.getItem(sheetId).getUsedRange(true);
  return range.untrack().load("values,rowIndex,columnIndex");
}

export const readingOf = ({ entries, parsed, memory }: StandingRegister): RegisterReading => ({
  entries,
  problems: parsed?.problems ?? [],
  versions: memory.versions,
});

/**
 * The register as the workbook has it. Columns may have been moved, rows sorted, the sheet renamed; without a sheet
 * what was last in force counts, else the product's own entries.
 */
export const readRegister = ({
  language = "fr",
  ...options
}: RegisterOptions = {}): Promise<Result<RegisterReading>> =>
  inWorkbook(async (session) => readingOf(await takeRegister(session, language)), options);
