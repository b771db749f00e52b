import type { TableName } from "../../sales/schema";
import type { Session } from "../office/session";
import { newLock } from "./lock";
import { lockWrite } from "./meta";
import { journalName, otherSlot, type Slot, sheetName } from "./names";
import { deleteSheets, ensureMetaSheet, type Snapshot, sheetsInForce, writeMeta } from "./snapshot";

/** The sheets of the generation being written. By id: renaming or a second writer cannot mix them up. */
export interface Staging {
  readonly metaSheetId: string;
  /** The sheets of the tables that are written whole. */
  readonly tables: Readonly<Partial<Record<TableName, StagedTable>>>;
  readonly journal?: { readonly slot: Slot; readonly sheetId: string };
  readonly user: string;
  readonly since: string;
}

export interface StagedTable {
  readonly slot: Slot;
  readonly sheetId: string;
}

/** The sheets that a refresh needs beside those in force. */
export interface StagingNeeds {
  readonly tables: readonly TableName[];
  readonly journal: boolean;
}

/** Sheets of generations that are not in force, left by a refresh that failed. */
export function leftovers(snapshot: Snapshot): readonly string[] {
  const inForce = sheetsInForce(snapshot);
  return snapshot.slotSheets.filter((id) => !inForce.has(id));
}

/** One request: takes the lock, clears leftovers away and sets up an empty very hidden sheet for each table. */
export async function setUpStaging(
  session: Session,
  snapshot: Snapshot,
  user: string,
  { tables, journal }: StagingNeeds,
): Promise<Staging> {
  const { worksheets } = session.workbook;
  const generation = snapshot.meta?.generation;
  const lock = newLock(user, new Date());
  const meta = ensureMetaSheet(session, snapshot);
  meta.load("id");
  writeMeta(meta, lockWrite(lock));

  deleteSheets(session, leftovers(snapshot));
  const add = (name: string) => {
    const sheet = worksheets.add(name);
    sheet.visibility = "VeryHidden";
    return sheet.load("id");
  };
  const added = tables.map((table) => {
    const slot = otherSlot(generation?.tables[table]?.slot);
    return { table, slot, sheet: add(sheetName(slot, table)) };
  });
  const journalSlot = otherSlot(generation?.journal);
  const journalSheet = journal ? add(journalName(journalSlot)) : undefined;
  await session.sync();
  return {
    metaSheetId: meta.id,
    tables: Object.fromEntries(added.map(({ table, slot, sheet }) => [table, { slot, sheetId: sheet.id }])),
    ...(journalSheet && { journal: { slot: journalSlot, sheetId: journalSheet.id } }),
    user,
    since: lock.since,
  };
}
