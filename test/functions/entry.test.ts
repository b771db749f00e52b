import { functionCatalogue, functionsFile } from "../../src/functions";
import { createEngine } from "../../src/kpi/engine/createEngine";
import { KPIS } from "../../src/kpi/registry";
import { currentData } from "../../src/live/currentData";
import { smallCompany, smallTargets } from "./smallCompany";

type Call = (...received: unknown[]) => Promise<unknown>;

class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** The two globals that office.js brings, as far as the entry uses them. */
function withOffice(displayLanguage: string): Map<string, Call> {
  const calls = new Map<string, Call>();
  Object.assign(globalThis, {
    CustomFunctions: { associate: (id: string, call: Call) => calls.set(id, call), Error: CellError },
    Office: {
      context: { displayLanguage },
      onReady: (ready: () => void) => {
        ready();
        return Promise.resolve();
      },
    },
  });
  return calls;
}

describe("the functions as Excel calls them", () => {
  const calls = withOffice("en-US");
  const invocation = { address: "Feuil1!A1" };
  const excel = (id: string, ...args: unknown[]) => calls.get(id)!(...args, invocation);

  beforeAll(async () => {
    await import("../../src/functions/entry");
    currentData.replace(createEngine(smallCompany, { targets: smallTargets }));
  });

  it("are associated under every id of functions.json, and no other", () => {
    const { functions } = functionsFile(functionCatalogue(KPIS.all), "fr");
    expect([...calls.keys()].sort()).toEqual(functions.map(({ id }) => id).sort());
  });

  it("give a block where one is declared, a scalar elsewhere", async () => {
    expect(await excel("CA", "region", "2024", null, null)).toEqual([
      ["Sud", 160],
      ["Nord", 150],
    ]);
    expect(await excel("CHIFFREAFFAIRES", null, 2024, null, null)).toEqual([[310]]);
    expect(await excel("CA", "commercial", "2024", null, [[["region"]], [["Nord"]]])).toEqual([
      ["Martin", 150],
    ]);
    expect(await excel("OBJECTIF", "MARGE", null, "2024", null, null)).toEqual([[""]]);
    expect(typeof (await excel("MAJ"))).toBe("number");
  });

  it("reject with Excel's own error and a sentence in the language of Office", async () => {
    const failing = excel("CA", "region", "2024", "Nrod", null);
    await expect(failing).rejects.toBeInstanceOf(CellError);
    await expect(failing).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("“Nrod” is unknown"),
    });
    await expect(excel("TAUXMARGE", null, "1990", null, null)).rejects.toMatchObject({ code: "#DIV/0!" });
  });

  it("answer the others of a recalculation when one fails", async () => {
    const cells = [excel("CA", "galaxie", null, null, null), excel("CA", null, "2024", null, null)];
    const [failed, answered] = await Promise.allSettled(cells);
    expect(failed?.status).toBe("rejected");
    expect(answered).toEqual({ status: "fulfilled", value: [[310]] });
  });
});
