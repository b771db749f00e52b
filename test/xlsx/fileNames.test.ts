import fc from "fast-check";
import { fileNames } from "../../src/xlsx/fileNames";

describe("the file names of copies", () => {
  it("say the scope in letters and digits of any script", () => {
    expect(
      fileNames(["Nord", "Île-de-France", "Nord, Martin (17)", "محمد", "../../etc/passwd", "CON", "🌊"]),
    ).toEqual([
      "Vigie-Nord.xlsx",
      "Vigie-Île-de-France.xlsx",
      "Vigie-Nord-Martin-17.xlsx",
      "Vigie-محمد.xlsx",
      "Vigie-etc-passwd.xlsx",
      "Vigie-CON.xlsx",
      "Vigie-copie.xlsx",
    ]);
  });

  it("differ on a disk that knows neither case nor accents", () => {
    expect(fileNames(["Évry", "evry", "Evry-2", "E\u0301VRY"])).toEqual([
      "Vigie-Évry.xlsx",
      "Vigie-evry-2.xlsx",
      "Vigie-Evry-2-2.xlsx",
      "Vigie-ÉVRY-3.xlsx",
    ]);
  });

  it("are short, distinct and free of what a system forbids, whatever the labels", () => {
    const label = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("A", "a", "a-2", "", "x".repeat(255), "x".repeat(256)),
    );
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const names = fileNames(labels);
        expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(labels.length);
        for (const name of names) {
          expect(name).toMatch(/^Vigie-[\p{L}\p{M}\p{N}-]+\.xlsx$/u);
          expect(Buffer.byteLength(name)).toBeLessThan(200);
        }
      }),
    );
  });
});
