import { EXCEL_LIMITS } from "../dashboard";

/** Mappings kept; those not used for longest are let go. */
const MOST_MAPPINGS = 50;

/** A person's answers about a file, kept for the next export of the same headings. */
export interface RememberedMapping {
  /** In the file's order. */
  readonly headings: readonly string[];
  /** The table that the file fills, or `targets`. */
  readonly table: string;
  /** The heading that fills each field; "" for none. */
  readonly columns: Readonly<Record<string, string>>;
  readonly dates?: string;
  readonly decimals?: string;
}

/** The memory after new answers: an earlier one for the same headings goes. */
export function rememberingMappings(
  before: readonly RememberedMapping[],
  added: readonly RememberedMapping[],
): readonly RememberedMapping[] {
  const now = new Set(added.map(keyOf));
  return [...added, ...before.filter((mapping) => !now.has(keyOf(mapping)))].slice(0, MOST_MAPPINGS);
}

const keyOf = ({ headings }: RememberedMapping): string => JSON.stringify(headings);

/**
 * The memory's cells, one below the other: one JSON each, which begins with a brace and so is text to every spreadsheet.
 * One that no cell holds is not kept: it is asked for again.
 */
export const mappingCells = (mappings: readonly RememberedMapping[]): readonly string[] =>
  mappings.map((mapping) => JSON.stringify(mapping)).filter((cell) => cell.length <= EXCEL_LIMITS.cellText);

/** Reads the memory back; what this product never wrote is passed over. */
export const mappingsOf = (values: readonly (readonly unknown[])[]): readonly RememberedMapping[] =>
  values.flatMap(([cell]) => readMapping(String(cell ?? "")) ?? []);

function readMapping(cell: string): RememberedMapping | undefined {
  try {
    const read = JSON.parse(cell) as Partial<RememberedMapping> | null;
    return read && isTexts(read.headings) && typeof read.table === "string" && isTexts(valuesOf(read.columns))
      ? (read as RememberedMapping)
      : undefined;
  } catch {
    return undefined;
  }
}

const valuesOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? Object.values(value) : undefined;

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
