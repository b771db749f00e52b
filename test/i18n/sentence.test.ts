import { FAILURE_SENTENCES } from "../../src/i18n/failures";
import { fill, sentence } from "../../src/i18n/sentence";
import { FAILURE_CODES, failure } from "../../src/sales/failure";

describe("sentences of failures", () => {
  test.each(FAILURE_CODES)("%s reads well in both languages without any param", (code) => {
    for (const language of ["fr", "en"] as const) {
      const said = sentence(failure(code), language);
      expect(said).toMatch(/[.?!…]$/);
      expect(said).not.toMatch(/[{}[\]]|\s{2,}/);
    }
  });

  test.each(FAILURE_CODES)("%s asks for the same params in both languages", (code) => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(names(FAILURE_SENTENCES[code].en)).toEqual(names(FAILURE_SENTENCES[code].fr));
  });

  it("says since when somebody refreshes as a time of day", () => {
    const since = new Date(2026, 10, 23, 8, 27, 31).toISOString();
    const locked = failure("workbook-locked", { user: "Bo Martin", since });
    expect(sentence(locked, "fr")).toBe("Une actualisation est déjà en cours par Bo Martin depuis 08:27.");
    expect(sentence(locked, "en")).toMatch(/by Bo Martin since 08:27/);
    expect(sentence(failure("workbook-locked", { user: "Bo", since: "2026-99-99T08:27" }), "fr")).toMatch(
      /2026-99/,
    );
  });

  it("names what is possible and what is nearest", () => {
    const said = sentence(
      failure("kpi-unknown", { kpi: "CAA", nearest: "CA", possible: ["CA", "MARGE"] }),
      "fr",
    );
    expect(said).toBe(
      "L'indicateur « CAA » n'existe pas. Vouliez-vous dire « CA » ? Indicateurs possibles : CA, MARGE.",
    );
  });

  it("leaves out a part whose param is missing or empty", () => {
    expect(fill("A[ b {x}][ c {y}].", { x: "", y: 3 })).toBe("A c 3.");
  });

  it("never reads a param as a template", () => {
    expect(fill("« {a} »[ {b}]", { a: "{b} [c]", b: "{a}" })).toBe("« {b} [c] » {a}");
  });

  it("shortens a very long value and a very long list", () => {
    expect(fill("{a}", { a: "é".repeat(500) })).toHaveLength(120);
    expect(fill("{a}", { a: Array.from({ length: 100 }, (_, i) => `m${i}`) })).toMatch(/m39…$/);
  });
});
