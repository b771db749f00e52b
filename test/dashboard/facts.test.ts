import { gatherFacts } from "../../src/dashboard/facts";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import { failed, success } from "../../src/sales/failure";
import { facts } from "./madeUp";

const provenance = facts().provenance;

describe("gatherFacts", () => {
  it("asks for the members of every axis a sheet shows, once, and for no time grain", async () => {
    const asked: string[] = [];
    const members = async (axis: string) => {
      asked.push(axis);
      return success([`${axis} 1`]);
    };
    const gathered = await gatherFacts({ provenance, members }, [revenueSheet], "en");
    expect(asked.sort()).toEqual(["commercial", "region", "secteur"]);
    expect(gathered).toEqual({
      ok: true,
      value: {
        language: "en",
        provenance,
        members: { commercial: ["commercial 1"], region: ["region 1"], secteur: ["secteur 1"] },
      },
    });
  });

  it("passes the source's failure on", async () => {
    const gathered = await gatherFacts(
      { provenance, members: async () => failed("no-data") },
      [revenueSheet],
      "fr",
    );
    expect(gathered).toEqual({ ok: false, failure: { code: "no-data", params: {} } });
  });
});
