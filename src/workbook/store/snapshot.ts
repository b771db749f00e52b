import type { TableName } from "../../sales/schema";
import { TEXT_FORMAT } from "../../sales/typedText";
import { broadcast, rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { emptyMeta, type Meta, type MetaWrite, parseMeta } from "./meta";
import { journalName, LOCK_SHEET, META_SHEET, type Slot, sheetName, slotOf, tableName } from "./names";

export interface FoundSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: Excel.SheetVisibility | "Visible" | "Hidden" | "VeryHidden";
}

/** Vigie's sheets and meta cells in the workbook, as one request found them. */
export interface Snapshot {
  readonly sheets: readonly FoundSheet[];
  readonly metaSheetId: string | undefined;
  /** There while a refresh is under way, or after one that died. */
  readonly lockSheetId: string | undefined;
  /** Undefined when there is no meta sheet, or none that can be read. */
  readonly meta: Meta | undefined;
  /** The hidden sheets of both slots, leftovers included, whatever they are called now. */
  readonly slotSheets: readonly string[];
  /** The sheet that holds a table, found by the Excel table's name, else by its own. */
  readonly sheetOf: (slot: Slot, table: TableName) => string | undefined;
  readonly hasTable: (slot: Slot, table: TableName) => boolean;
  readonly journalOf: (slot: Slot) => string | undefined;
}

/** The sheets that the generation in force needs. */
export function sheetsInForce({ meta, sheetOf, journalOf }: Snapshot): ReadonlySet<string> {
  const { tables = {}, journal } = meta?.generation ?? {};
  const names = Object.keys(tables) as TableName[];
  const sheets = names.map((table) => sheetOf(tables[table]!.slot, table));
  return new Set([...sheets, journal && journalOf(journal)].filter((id) => id !== undefined));
}

/** One request: all sheets, all Excel tables, the meta sheet's cells. */
export async function takeSnapshot(session: Session): Promise<Snapshot> {
  const read = askSnapshot(session);
  await session.sync();
  return read();
}

/** Asks for the snapshot with the next request; the returned function reads it afterwards. */
export function askSnapshot(session: Session): () => Snapshot {
  const { worksheets, tables } = session.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  tables.load("items/name,items/worksheet/id");
  const metaSheet = worksheets.getItemOrNullObject(META_SHEET);
  metaSheet.load("id");
  const metaCells = metaSheet.getUsedRangeOrNullObject(true).untrack();
  metaCells.load("values");
  return () => snapshotOf(worksheets, tables, metaSheet, metaCells);
}

function snapshotOf(
  worksheets: Excel.WorksheetCollection,
  tables: Excel.TableCollection,
  metaSheet: Excel.Worksheet,
  metaCells: Excel.Range,
): Snapshot {
  const sheets = worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility }));
  const sheetByTable = new Map(tables.items.map((table) => [table.name, table.worksheet.id]));
  const holdsOurs = (sheetId: string) =>
    tables.items.some((table) => table.worksheet.id === sheetId && slotOf(table.name) !== undefined);
  const named = (name: string) => sheets.find((sheet) => sheet.name === name)?.id;
  return {
    sheets,
    metaSheetId: metaSheet.isNullObject ? undefined : metaSheet.id,
    lockSheetId: named(LOCK_SHEET),
    meta: metaCells.isNullObject ? undefined : parseMeta(metaCells.values),
    slotSheets: sheets.filter(({ id, name }) => slotOf(name) || holdsOurs(id)).map(({ id }) => id),
    sheetOf: (slot, table) => sheetByTable.get(tableName(slot, table)) ?? named(sheetName(slot, table)),
    hasTable: (slot, table) => sheetByTable.has(tableName(slot, table)),
    journalOf: (slot) => named(journalName(slot)),
  };
}

/** The meta sheet, very hidden; asks for it with the next request where it is missing or cannot be read. */
export function ensureMetaSheet(session: Session, { meta, metaSheetId }: Snapshot): Excel.Worksheet {
  const { worksheets } = session.workbook;
  const sheet = metaSheetId ? worksheets.getItem(metaSheetId) : worksheets.add(META_SHEET);
  if (!meta) {
    const { area, values } = emptyMeta();
    rangeOf(sheet, area).numberFormat = broadcast(TEXT_FORMAT);
    writeMeta(sheet, { area, values });
  }
  sheet.visibility = "VeryHidden";
  return sheet;
}

/** Asks for a write into the meta sheet with the next request. */
export function writeMeta(sheet: Excel.Worksheet, { area, values }: MetaWrite): void {
  rangeOf(sheet, area).values = values;
}

/** Asks for sheets to go with the next request. Very hidden sheets have to be shown before they can be deleted. */
export function deleteSheets(session: Session, ids: readonly string[]): void {
  for (const id of ids) {
    const sheet = session.workbook.worksheets.getItem(id);
    sheet.visibility = "Visible";
    sheet.delete();
  }
}
