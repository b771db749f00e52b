import type { FailureParams } from "./failure";
import type { TableName } from "./schema";

/**
 * What a source decided by itself, left out, or could not read: told by the pane and the command line, so that a number
 * that may be wrong never says nothing. `look` deserves a person's look; `told` is only said.
 */
export const NOTES = {
  // what a file was taken for
  "file-ignored": "look",
  "file-table-guessed": "told",
  "file-not-read": "look",
  "table-derived": "told",
  // what its columns were taken for
  "column-chosen": "look",
  "column-unused": "told",
  "column-absent": "told",
  "column-gross": "look",
  "column-share-guessed": "look",
  "dates-guessed": "look",
  "dates-contradicting": "look",
  "decimals-guessed": "look",
  "currency-assumed": "told",
  "currency-several": "look",
  // which rows were taken
  "rows-left-out-by-state": "told",
  "state-unknown": "look",
  "rows-footer": "told",
  "rows-future": "look",
  "visits-untyped": "look",
  "cells-unread": "look",
  "ids-scientific": "look",
  "names-differ": "told",
  "invoicing-absent": "told",
  // targets
  "targets-not-read": "look",
  "targets-unreadable": "look",
  "target-unanswered": "look",
} as const;

export type NoteCode = keyof typeof NOTES;

export interface Note {
  readonly code: NoteCode;
  readonly params: FailureParams;
  /** The table it is about, if one. */
  readonly table?: TableName;
}

export const note = (code: NoteCode, params: FailureParams = {}, table?: TableName): Note => ({
  code,
  params,
  ...(table !== undefined && { table }),
});

/** Whether a person should look at it before the figures are used. */
export const deservesLook = ({ code }: Note): boolean => NOTES[code] === "look";
