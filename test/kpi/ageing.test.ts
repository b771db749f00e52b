import { AGEING_BUCKETS, AGEING_IN_WORDS, ageingBucketOf } from "../../src/kpi/ageing";

test("the classes of the aged balance have their usual names, in a list and in a sentence", () => {
  expect(AGEING_BUCKETS.map(({ label }) => label.fr)).toEqual(["Non échu", "1–30", "31–60", "61–90", "> 90"]);
  expect(AGEING_IN_WORDS).toEqual({
    fr: "non échu, 1 à 30 jours, 31 à 60, 61 à 90, plus de 90",
    en: "not due, 1 to 30 days, 31 to 60, 61 to 90, over 90",
  });
});

test.each([
  [-5, "Non échu"],
  [0, "Non échu"],
  [1, "1–30"],
  [30, "1–30"],
  [31, "31–60"],
  [90, "61–90"],
  [91, "> 90"],
])("%p days past due are in the class %p", (days, label) =>
  expect(AGEING_BUCKETS[ageingBucketOf(days)]?.label.fr).toBe(label),
);
