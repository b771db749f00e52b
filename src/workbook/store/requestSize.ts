import type { StoredCell } from "./cells";

/** Excel on the web refuses 5 MB; the rest is room for the client library's wrapping around the values. */
export const REQUEST_BYTES = 4_000_000;

/**
 * The client library cuts a write into pieces of 1,500 cells, each addressed anew (measured: some 1,100 bytes a
 * piece).
 */
const WRAPPING_A_CELL = 0.75;

/** UTF-8 bytes of one cell in a request's JSON, comma and wrapping included. */
export const cellBytes = (cell: StoredCell): number =>
  (typeof cell === "number" ? String(cell).length : jsonBytes(cell)) + 1 + WRAPPING_A_CELL;

function jsonBytes(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20) bytes += 6;
    else if (code === 0x22 || code === 0x5c) bytes += 2;
    else if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
