import type { Failure } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Language } from "../sales/text";

/** The hidden sheet whose first cell says which data is in force; unlike any sheet of the Excel edition. */
export const META_SHEET = "vigie.sheets";
/** Begins the names of the hidden sheets that hold packed data, one a refresh. */
export const DATA_PREFIX = "vigie.sheets.data.";
/** The hidden sheet of the alert book. */
export const ALERTS_SHEET = "vigie.sheets.alerts";
/** The hidden sheet that remembers the register. */
export const MEMORY_SHEET = "vigie.sheets.register";
/** The hidden sheet of the answers about files. */
export const MAPPINGS_SHEET = "vigie.sheets.mappings";

/**
 * The name of the cell that changes with each refresh: as the last argument of a KPI function it has Google compute
 * the cell again, which it does only when a cell passed as argument changes.
 */
export const REFRESH_NAME = "Vigie_MAJ";
/** Begins what that cell holds; an argument that begins so is no argument of the question. */
export const REFRESH_MARK = "maj:";

const FORMAT = 1;

/** A dashboard as last written: its sheet, and the layout that only its values have to change in. */
export interface WrittenSheet {
  readonly sheetId: number;
  /** Mark of everything but the values. */
  readonly layout: string;
  /** Rows and columns that were written: what a longer answer filled is emptied by the next. */
  readonly rows: number;
  readonly columns: number;
}

/** The content of the meta cell. No secret, and no address of a CRM, is ever in it. */
export interface SheetsMeta {
  /** Changes with the data and with the tables it is judged by: answers kept under an older one are out of date. */
  readonly generation: string;
  readonly language: Language;
  readonly provenance: Provenance;
  /** The person who refreshed; empty where unknown. */
  readonly by: string;
  /** Packed data: the sheet it stands in, and how much there has to be. */
  readonly data: { readonly sheet: string; readonly pieces: number; readonly checksum: string };
  /** By the plan's name. */
  readonly dashboards: Readonly<Record<string, WrittenSheet>>;
  /** The last refresh that failed while nobody looked, ISO 8601; absent once one succeeded. */
  readonly trouble?: { readonly at: string; readonly failure: Failure };
}

export const writeMeta = (meta: SheetsMeta): string => JSON.stringify({ format: FORMAT, ...meta });

/** Reads the meta cell; undefined where it is empty or somebody else's. */
export function readMeta(cell: unknown): SheetsMeta | undefined {
  if (typeof cell !== "string" || !cell.startsWith("{")) return undefined;
  try {
    const { format, ...meta } = JSON.parse(cell) as SheetsMeta & { readonly format?: unknown };
    return typeof format === "number" && meta.data && meta.provenance ? meta : undefined;
  } catch {
    return undefined;
  }
}
