import type { TableName } from "../../sales/schema";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { askLock, syncLocked } from "./fence";
import { newLock } from "./lock";
import { GENERATION, type Generation, generationWrite, lockWrite } from "./meta";
import { journalName, otherSlot, type Slot, sheetName } from "./names";
import { deleteSheets, ensureMetaSheet, type Snapshot, sheetsInForce, writeMeta } from "./snapshot";

/** The sheets of the generation being written. By id: renaming or a second writer cannot mix them up. */
export interface Staging {
  readonly metaSheetId: string;
  /** The sheets of the tables that are written whole. */
  readonly tables: Readonly<Partial<Record<TableName, StagedTable>>>;
  readonly journal?: { readonly slot: Slot; readonly sheetId: string };
  /** Changes when the pointer is written: see putInForce. */
  lockSheetId: string;
  /** The generation that was in force when the lock was taken. */
  readonly generationId: string;
  readonly user: string;
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

/** The sheets of the staging itself. */
export const stagedSheets = ({ tables, journal }: Staging): readonly string[] => [
  ...Object.values(tables).map(({ sheetId }) => sheetId),
  ...(journal ? [journal.sheetId] : []),
];

/** Sheets of generations that are not in force, left by a refresh that failed. */
export function leftovers(snapshot: Snapshot): readonly string[] {
  const inForce = sheetsInForce(snapshot);
  return snapshot.slotSheets.filter((id) => !inForce.has(id));
}

/**
 * One request: takes the lock, clears leftovers away and sets up an empty very hidden sheet for each table. Throws
 * FailureError when another refresh has begun since the snapshot: nothing was done then.
 */
export async function setUpStaging(
  session: Session,
  snapshot: Snapshot,
  user: string,
  { tables, journal }: StagingNeeds,
): Promise<Staging> {
  const { worksheets } = session.workbook;
  const generation = snapshot.meta?.generation;
  const lockSheet = askLock(session, snapshot.lockSheetId);
  const meta = ensureMetaSheet(session, snapshot);
  meta.load("id");
  const inForce = rangeOf(meta, GENERATION).load("values");
  writeMeta(meta, lockWrite(newLock(user, new Date())));

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
  await syncLocked(session, user);
  return {
    metaSheetId: meta.id,
    tables: Object.fromEntries(added.map(({ table, slot, sheet }) => [table, { slot, sheetId: sheet.id }])),
    ...(journalSheet && { journal: { slot: journalSlot, sheetId: journalSheet.id } }),
    lockSheetId: lockSheet.id,
    generationId: String(inForce.values[0]?.[0] ?? ""),
    user,
  };
}

/**
 * Puts a generation in force, in one request with another lock sheet in place of ours: whoever took ours for dead before
 * then finds it gone, and looks again at what is in force.
 */
export async function putInForce(session: Session, staging: Staging, pointer: Generation): Promise<void> {
  const lockSheet = askLock(session, staging.lockSheetId);
  writeMeta(session.workbook.worksheets.getItem(staging.metaSheetId), generationWrite(pointer));
  await syncLocked(session, staging.user);
  staging.lockSheetId = lockSheet.id;
}
