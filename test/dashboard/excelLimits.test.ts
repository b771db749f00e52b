import fc from "fast-check";
import { cutText, freeSheetName, joinWhole, splitTexts } from "../../src/dashboard/excelLimits";
import { evaluate, parseFormula } from "../../src/formula";

test("names are listed whole, and the list says that there are more", () => {
  expect(joinWhole(["Nord", "Sud"], 9)).toBe("Nord, Sud");
  expect(joinWhole(["Nord", "Sud"], 8)).toBe("Nord, …");
  expect(joinWhole(["Nord", "Sud"], 6)).toBe("…");
});

test("no list is longer than allowed, and none leaves out a name that would fit", () => {
  const name = fc.string({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(name), fc.integer({ min: 1, max: 225 }), (names, most) => {
      const joined = joinWhole(names, most);
      expect(joined.length).toBeLessThanOrEqual(most);
      if (names.join(", ").length <= most) expect(joined).toBe(names.join(", "));
      else {
        const kept = names.findIndex((_, at) => joined === [...names.slice(0, at), "…"].join(", "));
        expect(kept).toBeGreaterThanOrEqual(0);
        expect([...names.slice(0, kept + 1), "…"].join(", ").length).toBeGreaterThan(most);
      }
    }),
  );
});

const inner = fc.string({ maxLength: 900, unit: fc.constantFrom("a", '"', "é", "🌡", "'", "&", " ") });

test("texts of a formula are joined from pieces that Excel takes, and say the same", () => {
  fc.assert(
    fc.property(inner, inner, (one, other) => {
      const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const formula = splitTexts(`=IF('L"an'!A1=${written(one)},LEN(${written(other)}),"x")`);
      for (const [literal] of formula.replace(`'L"an'!`, "").matchAll(/"(?:[^"]|"")*"/g))
        expect(literal.length - 2).toBeLessThanOrEqual(255);
      const parsed = parseFormula(formula.replace(`'L"an'!A1`, written(one)));
      if (!parsed.ok) throw new Error(parsed.failure.code);
      expect(evaluate(parsed.value, () => undefined)).toEqual([[other.length]]);
    }),
    { numRuns: 60 },
  );
});

test("a sheet's name is one that Excel takes, and free", () => {
  expect(freeSheetName("Écarts [2026]: à voir/revoir ?", [])).toBe("Écarts  2026   à voir revoir");
  expect(freeSheetName("'History'", [])).toBe("History (2)");
  expect(freeSheetName("''", ["VIGIE"])).toBe("Vigie (2)");
  const long = "Syndicat intercommunal pour l'enlèvement";
  expect(freeSheetName(long, [freeSheetName(long, [])])).toBe("Syndicat intercommunal pour (2)");
  expect(freeSheetName(`${"x".repeat(30)}🌡`, [])).toBe("x".repeat(30));
});

test("a text is cut between characters", () => {
  expect(cutText("Nord", 4)).toBe("Nord");
  expect(cutText("Nord-Est", 5)).toBe("Nord…");
  expect(cutText("abc🌡️d", 5)).toBe("abc…");
});
