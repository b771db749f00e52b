import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { Session } from "../office/session";
import { newLock } from "./lock";
import { lockWrite } from "./meta";
import { otherSlot, type Slot, sheetName } from "./names";
import { deleteSheets, ensureMetaSheet, type Snapshot, writeMeta } from "./snapshot";

/** Where a new generation is being written: sheets by id, which no renaming and no second writer can mix up. */
export interface Stage {
  readonly slot: Slot;
  readonly metaSheetId: string;
  readonly sheetIds: Readonly<Record<TableName, string>>;
  readonly user: string;
  readonly since: string;
}

/** Sheets of generations that are not in force: what a refresh that failed left behind. */
export function leftovers({ meta, sheetsOf }: Snapshot): readonly string[] {
  const inForce = meta?.generation?.slot;
  return inForce ? sheetsOf(otherSlot(inForce)) : [...sheetsOf("a"), ...sheetsOf("b")];
}

/** One request: takes the lock, clears leftovers away and sets up an empty very hidden sheet for each table. */
export async function setUpStage(session: Session, snapshot: Snapshot, user: string): Promise<Stage> {
  const { worksheets } = session.workbook;
  const lock = newLock(user, new Date());
  const meta = ensureMetaSheet(session, snapshot);
  meta.load("id");
  writeMeta(meta, lockWrite(lock));

  deleteSheets(session, leftovers(snapshot));
  const slot = otherSlot(snapshot.meta?.generation?.slot);
  const sheets = TABLE_NAMES.map((table) => {
    const sheet = worksheets.add(sheetName(slot, table));
    sheet.visibility = "VeryHidden";
    sheet.load("id");
    return [table, sheet] as const;
  });
  await session.sync();
  return {
    slot,
    metaSheetId: meta.id,
    sheetIds: Object.fromEntries(sheets.map(([table, { id }]) => [table, id])) as Stage["sheetIds"],
    user,
    since: lock.since,
  };
}
