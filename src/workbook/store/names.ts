import type { TableName } from "../../sales/schema";

/** The two places a generation of tables can stand in; one is in force, a refresh fills the other. */
export type Slot = "a" | "b";

export const META_SHEET = "vigie.meta";

/** There while a refresh is under way: Excel refuses a second sheet of this name, so only one of two can begin. */
export const LOCK_SHEET = "vigie.lock";

export const otherSlot = (slot: Slot | undefined): Slot => (slot === "a" ? "b" : "a");

export const sheetName = (slot: Slot, table: TableName): string => `vigie.${slot}.${table}`;

/** Name of the Excel table; it still finds the sheet after somebody renamed that. */
export const tableName = (slot: Slot, table: TableName): string => `vigie_${slot}_${table}`;

/** The journal's sheet: changed rows stand there before they are written into their tables. */
export const journalName = (slot: Slot): string => `vigie.${slot}.journal`;

/** The slot a sheet's or an Excel table's name belongs to. */
export const slotOf = (name: string): Slot | undefined =>
  /^vigie[._]([ab])[._]/i.exec(name)?.[1]?.toLowerCase() as Slot | undefined;
