import fc from "fast-check";
import { Checksum } from "../../src/sales/checksum";
import { markedWhereNeeded } from "../../src/sales/typedText";
import { fromCell, PROBE, toCell, unmarkerFor } from "../../src/workbook/store/cells";
import { cellBytes } from "../../src/workbook/store/requestSize";

/** What Excel makes of text written into a cell: the mark goes. */
const typed = (text: string) => (text.startsWith("'") ? text.slice(1) : text);

test("any text survives being marked and typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => expect(typed(markedWhereNeeded(text))).toBe(text)),
  );
});

test("any text survives being marked where the mark is kept", () => {
  const unmark = unmarkerFor(PROBE);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => expect(unmark(markedWhereNeeded(text))).toBe(text)),
  );
  for (const text of ["=1", "'x", "''", "'=1", "-", "@a", "\t"])
    expect(unmark(markedWhereNeeded(text))).toBe(text);
});

test("nothing that is written begins as a formula does", () => {
  fc.assert(
    fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (first, rest) =>
      expect(markedWhereNeeded(first + rest)).toBe(`'${first}${rest}`),
    ),
  );
});

test("dates are kept as Excel's serials, empty cells as nothing", () => {
  expect(toCell("date", 19_797)).toBe(45_366);
  expect(fromCell("date", 45_366)).toBe(19_797);
  expect([toCell("money", null), fromCell("money", ""), fromCell("text", 12)]).toEqual(["", null, "12"]);
});

test("the bytes of a cell are never under what its JSON takes", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.double({ noNaN: true, noDefaultInfinity: true })),
      (cell) => expect(cellBytes(cell)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(cell)) + 1),
    ),
  );
});

const digest = (rows: readonly (readonly (string | number)[])[]) => {
  const checksum = new Checksum(2);
  for (const row of rows) for (const [column, cell] of row.entries()) checksum.add(column, cell);
  return checksum.digest();
};

test("a checksum tells cells, kinds, places and order apart, and not how lines end", () => {
  const base = digest([
    ["a", 1],
    ["b", 2],
  ]);
  const others = [
    [
      ["a", 1],
      ["b", 3],
    ],
    [
      ["b", 1],
      ["a", 2],
    ],
    [
      ["a", "1"],
      ["b", 2],
    ],
    [
      ["ab", 1],
      ["", 2],
    ],
    [["a", 1]],
  ] as const;
  expect(new Set([base, ...others.map(digest)]).size).toBe(6);
  expect(digest([["x\r\ny", 0]])).toBe(digest([["x\ny", -0]]));
});
