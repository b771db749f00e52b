import fc from "fast-check";
import {
  isReadOtherwise,
  markedText,
  markedWhereNeeded,
  textForCell,
  unmarkedText,
} from "../../src/sales/typedText";

/** First characters that a spreadsheet, or a program that reads its files, has been seen to take for its own. */
const DANGEROUS = ["=", "+", "-", "@", "#", "'", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

/** What a host makes of what is typed: its own mark goes. */
const typed = (text: string) => (text.startsWith("'") ? text.slice(1) : text);

test("every dangerous beginning is marked, in cells of any format and in cells of text", () => {
  for (const first of DANGEROUS) {
    const text = `${first}cmd|' /C calc'!A0`;
    expect(isReadOtherwise(text)).toBe(true);
    expect([markedText(text), markedWhereNeeded(text)]).toEqual([`'${text}`, `'${text}`]);
  }
});

test("what is harmless is left alone where the format is text, and empty stays empty", () => {
  for (const text of ["Nord", "2024-03", "12", " =1", "a=1", ""]) expect(markedWhereNeeded(text)).toBe(text);
  expect([markedText("2024-03"), markedText("")]).toEqual(["'2024-03", ""]);
});

test("any text comes back as it was, whether the host takes the mark away or keeps it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect([typed(markedText(text)), typed(markedWhereNeeded(text))]).toEqual([text, text]);
      expect(unmarkedText(markedWhereNeeded(text))).toBe(text);
    }),
  );
});

test("a cell of text takes any text without a mark, but for its own apostrophe; any other cell takes a mark", () => {
  for (const text of ["=1+1", "+33 1", "-", "@a", "Nord", "2024-03"]) {
    expect(textForCell(text, "@")).toBe(text);
    expect([textForCell(text), textForCell(text, "#,##0")]).toEqual([`'${text}`, `'${text}`]);
  }
  expect([textForCell("'s-Gravenhage", "@"), textForCell("", "@"), textForCell("")]).toEqual([
    "''s-Gravenhage",
    "",
    "",
  ]);
});
