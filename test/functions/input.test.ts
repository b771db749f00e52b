import fc from "fast-check";
import type { CellArgument } from "../../src/functions/cell";
import { readInput } from "../../src/functions/input";
import { KPI_QUESTION, QUESTION, RANKING_QUESTION } from "../../src/functions/parameters";

const read = (...args: CellArgument[]) => {
  const input = readInput(QUESTION, args, "fr");
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return input.value;
};

const refusal = (parameters: typeof QUESTION, ...args: CellArgument[]) => {
  const input = readInput(parameters, args, "fr");
  return input.ok ? undefined : input.failure;
};

describe("the arguments of a call", () => {
  it("are read in the order axis, period, member, pairs", () => {
    expect(read("region", "2024", "Nord", "secteur", "Santé", "canal", "web")).toEqual({
      axis: "region",
      period: "2024",
      member: "Nord",
      filters: [
        { axis: "secteur", member: "Santé" },
        { axis: "canal", member: "web" },
      ],
    });
  });

  it.each([[null], [undefined], [""], ["  "], [0], [[[""]]], [[[null]]]])(
    "count as left out when %j",
    (nothing) => {
      expect(read(nothing, nothing, nothing)).toEqual({ filters: [] });
    },
  );

  it("take a range of one cell as its value, and refuse a larger one", () => {
    expect(read([["region"]], [[45366]])).toMatchObject({ axis: "region", period: 45366 });
    expect(refusal(QUESTION, [["region"], ["secteur"]])).toMatchObject({
      code: "argument-invalid",
      params: { argument: "axe", expected: "une seule cellule" },
    });
  });

  it("keep a number as a period's serial, and as an id's text elsewhere", () => {
    expect(read("commercial", 45366, 17)).toMatchObject({ period: 45366, member: "17" });
  });

  it.each<[string, CellArgument[]]>([
    ["spread", ["region", "Nord", "canal", "web"]],
    ["as one list", [["region", "Nord", "canal", "web"]]],
    ["as a list of one-cell ranges", [[[["region"]], [["Nord"]], [["canal"]], [["web"]]]]],
    ["as two ranges of a pair", [[["region", "Nord"]], [["canal", "web"]]]],
    ["with an empty place at the end", ["region", "Nord", "canal", "web", null]],
  ])("take pairs %s", (_, pairs) => {
    expect(read(null, null, null, ...pairs).filters).toEqual([
      { axis: "region", member: "Nord" },
      { axis: "canal", member: "web" },
    ]);
  });

  it.each(["", "  ", null, 0])("do not filter by the member %j", (nothing) => {
    expect(read("client", null, null, "region", nothing).filters).toEqual([]);
  });

  it.each(["*", "Toutes", "(tous)", "ALL"])("hand on %j, which only the engine understands", (word) => {
    expect(read("client", null, word, "region", word)).toMatchObject({
      member: word,
      filters: [{ axis: "region", member: word }],
    });
  });

  it("refuse an axis without its member, and a member without its axis", () => {
    expect(refusal(QUESTION, null, null, null, "region")?.params.argument).toBe("axe_membre");
    expect(refusal(QUESTION, null, null, null, null, "Nord")?.params.argument).toBe("axe_membre");
    expect(refusal(QUESTION, null, null, "Nord")?.params.argument).toBe("membre");
  });

  it("refuse a missing KPI, a count that is none, and surplus arguments", () => {
    expect(refusal(KPI_QUESTION, null, "region")?.params.argument).toBe("indicateur");
    for (const count of [-1, 1.5, "dix", true]) {
      expect(refusal(RANKING_QUESTION, count)?.params).toMatchObject({ argument: "nombre" });
    }
    expect(refusal([], "x")?.code).toBe("argument-invalid");
    expect(refusal([], null)).toBeUndefined();
  });

  it("never throw, whatever Excel hands over", () => {
    const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, ""));
    const argument = fc.oneof(scalar, fc.array(scalar), fc.array(fc.array(scalar)));
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 9 }), (args) => {
        for (const parameters of [QUESTION, KPI_QUESTION, RANKING_QUESTION, []])
          readInput(parameters, args, "en");
      }),
      { numRuns: 2000 },
    );
  });
});
