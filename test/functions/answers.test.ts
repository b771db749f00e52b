import { tabled } from "../../src/functions/answers";
import type { SpillTable } from "../../src/kpi/source";
import { success } from "../../src/sales/failure";

const table = (omitted?: number): SpillTable => ({
  headings: [
    { fr: "Ligne", en: "Row" },
    { fr: "Montant", en: "Amount" },
  ],
  rows: [["l1", 2]],
  ...(omitted !== undefined && { omitted }),
});

test.each([
  [12_345, "fr", "… et 12\u202f345 autres lignes"],
  [1, "fr", "… et 1 autre ligne"],
  [12_345, "en", "… and 12,345 more rows"],
  [1, "en", "… and 1 more row"],
] as const)("a table cut short by %p rows says so in %s", (omitted, language, words) => {
  const answer = tabled(success(table(omitted)), language);
  expect(answer).toMatchObject({ ok: true });
  expect(answer.ok && answer.value).toEqual([expect.anything(), ["l1", 2], [words, ""]]);
});

test.each([undefined, 0])("a whole table ends with its last row (%p left out)", (omitted) =>
  expect(tabled(success(table(omitted)), "fr")).toEqual({
    ok: true,
    value: [
      ["Ligne", "Montant"],
      ["l1", 2],
    ],
  }),
);
