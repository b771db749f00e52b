import fc from "fast-check";
import {
  address,
  formatRectangle,
  parseRectangle,
  quoteSheet,
  readReference,
  sheetReference,
  splitSheet,
} from "../../src/sales/a1";

test("addresses are read as they are written", () => {
  const rectangle = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) }).chain(({ row, column }) =>
    fc.record({
      row: fc.constant(row),
      column: fc.constant(column),
      rows: fc.integer({ min: 1, max: 1_048_576 - row }),
      columns: fc.integer({ min: 1, max: 16_384 - column }),
    }),
  );
  fc.assert(
    fc.property(rectangle, fc.boolean(), (range, absolute) => {
      expect(parseRectangle(formatRectangle(range, absolute))).toEqual(range);
    }),
  );
});

test.each(["A0", "XFE1", "A1048577", "A:3", "1", "A", "A1:B2:C3", "", "région"])(
  "%s is no address",
  (text) => {
    expect(parseRectangle(text)).toBeUndefined();
  },
);

test("sheet names are quoted when need be and read back", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 31 }), (name) => {
      expect(splitSheet(`${quoteSheet(name)}!A1`)).toEqual({ sheet: name, local: "A1" });
    }),
  );
});

test.each([
  [0, 0, "none", "A1"],
  [9, 2, "column", "$C10"],
  [9, 26, "row", "AA$10"],
  [0, 16_383, "both", "$XFD$1"],
] as const)("row %i, column %i is written %s: %s", (row, column, fixed, written) => {
  expect(address(row, column, fixed)).toBe(written);
});

test("a reference into any sheet is read as it was written", () => {
  const range = { row: 2, column: 1, rows: 2, columns: 30 };
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 31 }), (sheet) => {
      expect(readReference(sheetReference(sheet, range))).toEqual({ sheet, range });
    }),
  );
  expect(readReference("Ventes!B3:$AE4")).toEqual({ sheet: "Ventes", range });
});

test.each(["#REF!", "A1", "'Parti'!#REF!", "SUM(Ventes!A1)", "!A1"])("%s points nowhere", (text) => {
  expect(readReference(text)).toBeUndefined();
});
