import { UsageError } from "../../src/cli/errors";
import { parseScope } from "../../src/cli/scopes";

describe("a scope as typed", () => {
  it.each([
    ["region=Nord", ["Nord"], []],
    ["Région= Nord ", ["Nord"], []],
    ["salesperson=Jean Dupont", [], ["Jean Dupont"]],
    ["region=Nord;region=Sud;commercial=Martin (17)", ["Nord", "Sud"], ["Martin (17)"]],
    ["region=Nord; Est ;commercial=A=B", ["Nord; Est"], ["A=B"]],
  ])("%s", (text, regions, salespeople) => {
    expect(parseScope(text, "fr")).toEqual({ regions, salespeople });
  });

  it.each(["Nord", "region=", "=Nord", "produit=32 FreshAir", "planete=Mars", "region=Nord;commercial="])(
    "refuses %s",
    (text) => {
      expect(() => parseScope(text, "fr")).toThrow(UsageError);
      expect(() => parseScope(text, "en")).toThrow(text);
    },
  );
});
