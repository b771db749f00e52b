import { UNKNOWN_CODE } from "./directory";

/** Gives each row the member of its column's code; returns how many stay unknown. */
export function fill(codes: Int32Array, columnCodes: Int32Array, memberOfCode: Int32Array): number {
  const none = UNKNOWN_CODE; // a local: under CommonJS an imported constant is a property read per row
  let unknown = 0;
  for (let row = 0; row < codes.length; row++) {
    const member = memberOfCode[columnCodes[row]! + 1]!;
    codes[row] = member;
    if (member === none) unknown++;
  }
  return unknown;
}

/** The same for the rows that are still unknown. */
export function fillUnknown(codes: Int32Array, columnCodes: Int32Array, memberOfCode: Int32Array): number {
  const none = UNKNOWN_CODE;
  let unknown = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== none) continue;
    codes[row] = memberOfCode[columnCodes[row]! + 1]!;
    if (codes[row] === none) unknown++;
  }
  return unknown;
}
