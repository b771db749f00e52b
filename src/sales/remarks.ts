import { deservesLook, type Note } from "./note";
import { REASONS_SAMPLE, type RejectedRow, type RejectionReason } from "./rejected";
import { RejectionReasons } from "./rejectionReasons";
import type { TableName } from "./schema";

/** The rows of one table that were set aside, counted by reason: the most frequent ones, at most REASONS_SAMPLE. */
export interface CountedAside {
  readonly table: TableName;
  readonly count: number;
  readonly reasons: readonly RejectionReason[];
}

/** Everything a refresh told about its data. It travels with the provenance, so that it is still read the next morning. */
export interface Remarks {
  /** Those that deserve a look first. */
  readonly notes: readonly Note[];
  readonly setAside: readonly CountedAside[];
  /** Notes and reasons that found no room; 0 is left out. */
  readonly leftOut?: number;
}

/** The provenance is kept in one cell of 32,767 characters, beside what the source lacks. */
const LONGEST_REMARKS = 15_000;

interface ReportedTable {
  readonly table: TableName;
  readonly rejectedCount: number;
  readonly rejected: readonly RejectedRow[];
  readonly reasons?: readonly RejectionReason[];
}

/** The remarks of a refresh; undefined when there is nothing to say. Reasons are counted here where none are given. */
export function remarksOf(notes: readonly Note[], tables: readonly ReportedTable[]): Remarks | undefined {
  const setAside = tables.flatMap(({ table, rejectedCount, rejected, reasons }) =>
    rejectedCount > 0 ? [{ table, count: rejectedCount, reasons: reasons ?? reasonsIn(rejected) }] : [],
  );
  if (notes.length === 0 && setAside.length === 0) return undefined;
  const looks = [...notes.filter(deservesLook), ...notes.filter((note) => !deservesLook(note))];
  return fitting(looks, setAside);
}

/**
 * The notes after changes alone came: they tell of the changed rows only, so an earlier note on the same place stays
 * unless the new one counts more.
 */
export function notesAfterChanges(before: readonly Note[], now: readonly Note[]): readonly Note[] {
  const byPlace = new Map<string, Note>();
  for (const note of [...before, ...now]) {
    const known = byPlace.get(placeOf(note));
    if (!known || countOf(note) >= countOf(known)) byPlace.set(placeOf(note), note);
  }
  return [...byPlace.values()];
}

const countOf = ({ params }: Note): number => Number(params.count ?? 0);

const placeOf = ({ code, table, params }: Note): string =>
  JSON.stringify([code, table, params.file, params.column, params.heading, params.state, params.place]);

function reasonsIn(rejected: readonly RejectedRow[]): readonly RejectionReason[] {
  const reasons = new RejectionReasons();
  for (const { failure, column } of rejected) reasons.add(failure, column);
  return reasons.mostFrequent;
}

/** Keeps every count, then notes in their order, then reasons, as far as there is room. */
function fitting(notes: readonly Note[], setAside: readonly CountedAside[]): Remarks {
  let room = LONGEST_REMARKS;
  let leftOut = 0;
  const isKept = (told: object): boolean => {
    room -= JSON.stringify(told).length;
    if (room < 0) leftOut++;
    return room >= 0;
  };
  const kept = notes.filter(isKept);
  const counted = setAside.map((aside) => ({
    ...aside,
    reasons: aside.reasons.slice(0, REASONS_SAMPLE).filter(isKept),
  }));
  return { notes: kept, setAside: counted, ...(leftOut > 0 && { leftOut }) };
}
