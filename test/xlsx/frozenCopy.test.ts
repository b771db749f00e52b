import { DATA_DATE_FORMAT } from "../../src/dashboard/blocks/title";
import { frozenCopy } from "../../src/xlsx/frozenCopy";
import { sheet, workbook } from "./parts";

const AS_OF = "Données au 23/11/2026";
const at = (row: number, value: string) => ({ row, column: 0, values: [[value]] });

describe("a frozen copy", () => {
  it("keeps visible sheets alone, without names, tables or lists", () => {
    const range = { row: 0, column: 0, rows: 2, columns: 1 };
    const frozen = frozenCopy(
      workbook(
        [
          sheet("Vu", {
            tables: [{ name: "Vigie_Objectifs", range, columns: ["a"] }],
            validations: [{ range, list: ["Nord"], strict: true }],
          }),
          sheet("vigie.a.customers", { visibility: "veryHidden" }),
          sheet("caché", { visibility: "hidden" }),
        ],
        [{ name: "Vigie_Periode", refersTo: "'Vu'!$A$1" }],
      ),
      AS_OF,
    );
    expect(frozen.names).toEqual([]);
    expect(frozen.sheets).toMatchObject([{ name: "Vu", tables: [], validations: [] }]);
  });

  it("says the data's date where the sheet does not, and covers nothing", () => {
    const says = sheet("Tableau", {
      styles: [
        { range: { row: 1, column: 1, rows: 1, columns: 1 }, style: { numberFormat: DATA_DATE_FORMAT.en } },
      ],
    });
    const gap = sheet("Objectifs", {
      blocks: [at(0, "titre"), at(1, "aide"), at(3, "tête"), at(4, "ligne")],
    });
    const full = sheet("Liste", {
      blocks: [at(0, "titre"), { row: 1, column: 2, values: [[1], [2]] }],
      merges: [{ row: 3, column: 0, rows: 2, columns: 2 }],
    });
    const [first, second, third] = frozenCopy(workbook([says, gap, full]), AS_OF).sheets;
    expect(first).toEqual(says);
    expect(second?.blocks.at(-1)).toEqual(at(2, AS_OF));
    expect(third?.blocks.at(-1)).toEqual(at(5, AS_OF));
  });

  it("refuses what still computes", () => {
    const computing = sheet("Vu", { formulas: [{ row: 0, column: 0, formula: "1+1", values: [[2]] }] });
    expect(() => frozenCopy(workbook([computing]), AS_OF)).toThrow("Vu");
  });
});
