import type { AllSetAside } from "../../sales/merge";
import type { Rectangle } from "../../sales/rectangle";
import type { TableName } from "../../sales/schema";
import type { Provenance } from "../../sales/tables";
import { markedWhereNeeded } from "../../sales/typedText";
import { PROBE, unmarkerFor } from "./cells";
import type { Slot } from "./names";

/** The version of the hidden sheets' layout and schema; older ones are migrated (see migrations/). */
export const SCHEMA_VERSION = 2;

/** The record of one written table: enough to read it back in few requests, and to check that it is whole. */
export interface StoredTable {
  /** The slot of the sheet that holds it. */
  readonly slot: Slot;
  readonly rows: number;
  readonly checksum: string;
  readonly columns: readonly string[];
  /** Row numbers that cut the table into pieces of one request each, as measured when it was written. */
  readonly pieces: readonly { readonly rows: number; readonly bytes: number }[];
  /** The journal rows that the sheet may not hold yet: see patch.ts. */
  readonly patch?: { readonly row: number; readonly rows: number };
}

export type StoredTables = Readonly<Partial<Record<TableName, StoredTable>>>;

/** The last refresh, as the next one has to know it to ask for changes only. */
export interface LastRefresh {
  /** The mark to ask with; absent where the source dates no changes. */
  readonly mark?: string;
  /** Every row that was set aside; absent when there are more than a cell holds, `unkept` then names a table. */
  readonly setAside?: AllSetAside;
  readonly unkept?: TableName;
}

/** The generation in force. */
export interface Generation {
  readonly schema: number;
  /** Tells one refresh from another, whatever its tables hold. */
  readonly id: string;
  readonly last: LastRefresh;
  readonly provenance: Provenance;
  readonly tables: StoredTables;
  /** The journal that holds the tables' patches, while there are any. */
  readonly journal?: Slot;
}

export interface StoredLock {
  readonly holder: string;
  readonly user: string;
  /** ISO 8601. */
  readonly since: string;
  readonly renewed: string;
}

/** The record of a written dashboard, by the plan's name. */
export interface StoredDashboard {
  readonly sheetId: string;
  readonly fingerprint: string;
  readonly rows: number;
  readonly columns: number;
  /** Its panes, gridlines or paper were refused, or never asked for. */
  readonly owesView?: true;
}

export interface Meta {
  readonly generation?: Generation;
  readonly lock?: StoredLock;
  readonly dashboards: Readonly<Record<string, StoredDashboard>>;
  readonly unmark: (text: string) => string;
}

/** Rows of the meta sheet, key at the left and value at the right; neighbours are written in one go. */
const KEYS = [
  "probe",
  "schema",
  "generation",
  "last",
  "provenance",
  "tables",
  "lock.holder",
  "lock.user",
  "lock.since",
  "lock.renewed",
  "dashboards",
] as const;
type Key = (typeof KEYS)[number];

/** A write into the meta sheet: where, and what. */
export interface MetaWrite {
  readonly area: Rectangle;
  readonly values: string[][];
}

const values = (first: Key, texts: readonly string[]): MetaWrite => ({
  area: { row: KEYS.indexOf(first), column: 1, rows: texts.length, columns: 1 },
  values: texts.map((text) => [markedWhereNeeded(text)]),
});

/** The whole sheet as it is before any data. */
export const emptyMeta = (): MetaWrite => ({
  area: { row: 0, column: 0, rows: KEYS.length, columns: 2 },
  values: KEYS.map((key) => [key, key === "probe" ? PROBE : key === "dashboards" ? "{}" : ""]),
});

/**
 * The pointer: in force from the moment this one block is written. Its keys are written with it: where an older
 * layout had another, they change together.
 */
export function generationWrite({ schema, id, last, provenance, tables, journal }: Generation): MetaWrite {
  const { area, values: cells } = values("schema", [
    String(schema),
    id,
    JSON.stringify({ ...last, journal }),
    JSON.stringify(provenance),
    JSON.stringify(tables),
  ]);
  return {
    area: { ...area, column: 0, columns: 2 },
    values: cells.map(([text], index) => [KEYS[area.row + index]!, text!]),
  };
}

export const lockWrite = (lock: StoredLock | undefined): MetaWrite =>
  values("lock.holder", lock ? [lock.holder, lock.user, lock.since, lock.renewed] : ["", "", "", ""]);

export const lockRenewal = (renewed: string): MetaWrite => values("lock.renewed", [renewed]);

export const dashboardsWrite = (dashboards: Meta["dashboards"]): MetaWrite =>
  values("dashboards", [JSON.stringify(dashboards)]);

/** The lock's cells (holder, user, since, renewed), read with each write. */
export const LOCK: Rectangle = { row: KEYS.indexOf("lock.holder"), column: 1, rows: 4, columns: 1 };

/** The cell with the id of the generation in force, read while the lock is taken. */
export const GENERATION: Rectangle = { row: KEYS.indexOf("generation"), column: 1, rows: 1, columns: 1 };

/** The meta sheet's cells → Meta; undefined when they are not what this version or an older one wrote. */
export function parseMeta(cells: readonly (readonly unknown[])[]): Meta | undefined {
  const raw = new Map(cells.map((row) => [String(row[0] ?? ""), String(row[1] ?? "")]));
  const unmark = unmarkerFor(raw.get("probe") ?? "");
  const text = (key: Key | "slot") => unmark(raw.get(key) ?? "");
  try {
    return {
      unmark,
      ...(text("generation") && { generation: parseGeneration(text) }),
      ...(text("lock.holder") && {
        lock: {
          holder: text("lock.holder"),
          user: text("lock.user"),
          since: text("lock.since"),
          renewed: text("lock.renewed"),
        },
      }),
      dashboards: JSON.parse(text("dashboards") || "{}"),
    };
  } catch {
    return undefined;
  }
}

/** Before schema 2 all tables stood in one slot, and nothing was kept for the next refresh. */
const SCHEMA_OF_ONE_SLOT = 1;

function parseGeneration(text: (key: Key | "slot") => string): Generation {
  const schema = Number(text("schema"));
  if (!Number.isInteger(schema)) throw new SyntaxError("meta");
  const tables: StoredTables = JSON.parse(text("tables"));
  const whole = { schema, id: text("generation"), provenance: JSON.parse(text("provenance")) };
  if (schema <= SCHEMA_OF_ONE_SLOT)
    return { ...whole, last: {}, tables: inSlot(tables, checkedSlot(text("slot"))) };
  for (const { slot } of Object.values(tables)) checkedSlot(slot);
  const { journal, ...last } = JSON.parse(text("last"));
  return { ...whole, last, tables, ...(journal && { journal: checkedSlot(journal) }) };
}

const inSlot = (tables: StoredTables, slot: Slot): StoredTables =>
  Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, { ...table, slot }]));

function checkedSlot(slot: string): Slot {
  if (slot !== "a" && slot !== "b") throw new SyntaxError("meta");
  return slot;
}
