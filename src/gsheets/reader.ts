import {
  ACTIONS,
  entriesInForce,
  type KeptPlace,
  type KeptTable,
  parseKept,
  REGISTER,
  registerTable,
  SETTINGS,
  settingsIn,
  TARGETS,
  targetsTable,
} from "../kept";
import { defaultRegister, registryOf } from "../kpi";
import { bookOf, memoryOf, type WorkbookContents } from "../live";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { dataOf } from "./data";
import type { SheetsValues } from "./file";
import { ALERTS_SHEET, MEMORY_SHEET, META_SHEET, readMeta, type SheetsMeta } from "./meta";

/** A spreadsheet read at once, in a runtime that may neither wait nor call an API: a cell's, or an edit's. */
export interface SheetsReader {
  /** The title of the sheet that a name points into. */
  titleOfName(name: string): string | undefined;
  /** Undefined where there is no such sheet. */
  values(title: string): SheetsValues | undefined;
}

/** The meta cell; undefined before the first refresh. */
export const metaOf = (reader: SheetsReader): SheetsMeta | undefined =>
  readMeta(reader.values(META_SHEET)?.[0]?.[0]);

/** The sheet of a kept table: by the name on its heading, else by the title of a sheet. */
function titleOfTable(reader: SheetsReader, { name, title }: KeptPlace): string | undefined {
  const named = reader.titleOfName(name);
  return named ?? [title.fr, title.en].find((one) => reader.values(one) !== undefined);
}

/** Titles of the sheets whose edits change the figures. */
export const keptTitles = (reader: SheetsReader): readonly (string | undefined)[] =>
  [TARGETS, REGISTER, SETTINGS].map((table) => titleOfTable(reader, table));

/** Everything the engine answers from. Fails with `no-data` before the first refresh, and as the data does. */
export function contentsOf(reader: SheetsReader, language: Language): Result<WorkbookContents> {
  const meta = metaOf(reader);
  if (!meta) return failed("no-data");
  const data = dataOf(meta, reader.values(meta.data.sheet));
  if (!data.ok) return data;
  const readTable = <V extends object, Row>(table: KeptTable<V, Row>) => {
    const title = titleOfTable(reader, table);
    const values = title === undefined ? undefined : reader.values(title);
    return values && parseKept(table, { sheetName: title ?? "", row: 0, column: 0, values });
  };
  const memory = memoryOf(reader.values(MEMORY_SHEET) ?? []);
  const lastGood = memory.entries ?? defaultRegister(language);
  const register = readTable(registerTable(lastGood));
  const entries = register ? entriesInForce(register, lastGood) : lastGood;
  const settings = readTable(SETTINGS);
  const { history } = bookOf(reader.values(ALERTS_SHEET) ?? []);
  return success({
    data: data.value,
    targets: (readTable(targetsTable(registryOf(entries)))?.rows ?? []).flatMap(({ value }) => value ?? []),
    register: entries,
    company: settings ? settingsIn(settings) : {},
    ...(history && { history }),
    actions: (readTable(ACTIONS)?.rows ?? []).flatMap(({ value }) => value ?? []),
  });
}
