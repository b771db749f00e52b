import fc from "fast-check";
import {
  cellAddress,
  columnLetters,
  columnNumber,
  parseRange,
  rangeAddress,
  readReference,
  sheetReference,
} from "../../src/sales/a1";
import { holdsCell, type Rectangle } from "../../src/sales/rectangle";

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** Any rectangle of an Excel sheet. */
const rectangle = fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1), fc.nat(COLUMNS - 1), fc.nat(COLUMNS - 1)).map(
  ([a, b, c, d]): Rectangle => ({
    row: Math.min(a, b),
    column: Math.min(c, d),
    rows: Math.abs(a - b) + 1,
    columns: Math.abs(c - d) + 1,
  }),
);

test("letters of known columns, back and forth", () => {
  const known = { A: 0, Z: 25, AA: 26, AZ: 51, BA: 52, ZZ: 701, AAA: 702, XFD: 16_383 };
  for (const [letters, column] of Object.entries(known)) {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters)).toBe(column);
  }
  expect(columnNumber("xfd")).toBe(16_383);
});

test("dollars stand before what is fixed", () => {
  expect(["none", "column", "row", "both"].map((fixed) => cellAddress(9, 2, fixed as never))).toEqual([
    "C10",
    "$C10",
    "C$10",
    "$C$10",
  ]);
});

test("any rectangle survives being written and read, with dollars, corners swapped, and behind any sheet's name", () => {
  fc.assert(
    fc.property(rectangle, fc.string({ minLength: 1 }), (range, sheet) => {
      const fixed = rangeAddress(range, "both");
      const [first = "", last = first] = fixed.split(":");
      expect(parseRange(rangeAddress(range))).toEqual(range);
      expect(parseRange(fixed)).toEqual(range);
      expect(parseRange(`${last}:${first}`)).toEqual(range);
      expect(readReference(sheetReference(sheet, range))).toEqual({ sheet, range });
    }),
  );
});

test("what is no range is none", () => {
  for (const text of ["", "#REF!", "A", "1", "A0", "A1:", "A:B", "1:2", "AAAA1", "A1:B2:C3", "A1 "])
    expect(parseRange(text)).toBeUndefined();
  for (const text of ["#REF!", "A1", "'a!A1", "Sheet(1)!A1", "S!A:B"])
    expect(readReference(text)).toBeUndefined();
});

test("a rectangle holds its corners and nothing beside them", () => {
  const area = { row: 2, column: 3, rows: 2, columns: 1 };
  expect([holdsCell(area, 2, 3), holdsCell(area, 3, 3)]).toEqual([true, true]);
  expect([
    holdsCell(area, 1, 3),
    holdsCell(area, 4, 3),
    holdsCell(area, 2, 4),
    holdsCell(area, 2, 2),
  ]).toEqual([false, false, false, false]);
});
