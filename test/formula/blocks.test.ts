import { evaluate, isFault, type Matrix, parseFormula, single } from "../../src/formula";

/** Names the formulas below use. */
const BLOCKS: Readonly<Record<string, Matrix>> = {
  Ventes: [
    ["Sud", 3],
    ["Nord", 5],
    ["sud", 3],
    ["Est", null],
  ],
  Cles: [[2], [1], [2], [9]],
};

const answer = (text: string): unknown => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  const block = evaluate(parsed.value, (need) =>
    need.kind === "name" ? (BLOCKS[need.name] ?? single(null)) : undefined,
  );
  return block?.map((line) => line.map((cell) => (isFault(cell) ? cell.failure.code : cell)));
};

describe("functions of whole blocks, worked out by hand", () => {
  it.each<[string, Matrix]>([
    ["=SORTBY(INDEX(Ventes,,1),Cles)", [["Nord"], ["Sud"], ["sud"], ["Est"]]],
    ["=SORTBY(INDEX(Ventes,,1),Cles,-1)", [["Est"], ["Sud"], ["sud"], ["Nord"]]],
    ["=INDEX(SORT(Ventes),,1)", [["Est"], ["Nord"], ["Sud"], ["sud"]]],
    ["=INDEX(SORT(Ventes,2,-1),,1)", [["Nord"], ["Sud"], ["sud"], ["Est"]]],
    [
      "=FILTER(Ventes,INDEX(Ventes,,2)=3)",
      [
        ["Sud", 3],
        ["sud", 3],
      ],
    ],
    ['=FILTER(Ventes,INDEX(Ventes,,2)>9,"–")', [["–"]]],
    ["=UNIQUE(INDEX(Ventes,,1))", [["Sud"], ["Nord"], ["Est"]]],
    [
      "=TAKE(Ventes,2)",
      [
        ["Sud", 3],
        ["Nord", 5],
      ],
    ],
    ["=TAKE(Ventes,-1,1)", [["Est"]]],
    [
      "=TRANSPOSE(TAKE(Ventes,2))",
      [
        ["Sud", "Nord"],
        [3, 5],
      ],
    ],
    [
      "=HSTACK(TAKE(Ventes,2,1),Cles)",
      [
        ["Sud", 2],
        ["Nord", 1],
        ["value-not-found", 2],
        ["value-not-found", 9],
      ],
    ],
    [
      "=VSTACK(TAKE(Ventes,1),TAKE(Cles,1))",
      [
        ["Sud", 3],
        [2, "value-not-found"],
      ],
    ],
    [
      "=SEQUENCE(2,3,10,5)",
      [
        [10, 15, 20],
        [25, 30, 35],
      ],
    ],
    ["=ROWS(Ventes)*COLUMNS(Ventes)", [[8]]],
    ['=TEXTJOIN("; ",TRUE,INDEX(Ventes,,1),"")', [["Sud; Nord; sud; Est"]]],
    ['=XMATCH("nord",INDEX(Ventes,,1))', [[2]]],
    ['=XLOOKUP("nord",INDEX(Ventes,,1),Ventes)', [["Nord", 5]]],
    ['=MATCH("x",INDEX(Ventes,,1),0)', [["value-not-found"]]],
    ["=MATCH(2,Cles,1)", [["argument-invalid"]]],
    ["=ISBLANK(INDEX(Ventes,,2))", [[false], [false], [false], [true]]],
    ['=IFNA(XMATCH("x",INDEX(Ventes,,1)),0)+IFNA(5,1)', [[5]]],
    ['=IF(INDEX(Ventes,,2)>3,"haut","bas")', [["bas"], ["haut"], ["bas"], ["bas"]]],
    ["=Cles+TAKE(Cles,2)", [[4], [2], ["value-not-found"], ["value-not-found"]]],
  ])("%s", (text, expected) => {
    expect(answer(text)).toEqual(expected);
  });
});
