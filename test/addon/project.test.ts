import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectors, load, registry } from "../../src/crm";
import type { WorkbookContents } from "../../src/live";
import { engineOf } from "../../src/live";
import { encodeLines } from "../../src/sales/frames";
import type { AppsScript } from "../../workbench/sheets/appsScript";
import type { SheetsApi } from "../../workbench/sheets/sheetsApi";
import { demoContents, frozenCells } from "../gsheets/parts";
import { builtProject, cellsOf, installed } from "./parts";

const LINES = 2_000;

describe("the Apps Script project", () => {
  let folder: string;
  let contents: WorkbookContents;
  let api: SheetsApi;
  let script: AppsScript;
  beforeAll(async () => {
    folder = await builtProject();
    contents = await demoContents(LINES);
    ({ api, script } = await installed(folder, contents));
  }, 240_000);

  it("declares its functions where Google finds them, with names it takes", () => {
    const source = readFileSync(join(folder, "Functions.js"), "utf8");
    const names = [...source.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["KPI_CA", "KPI_TABLEAU", "KPI_MAJ", "onOpen", "onEdit", "vigieCall"]),
    );
    expect(source.match(/@customfunction/g)).toHaveLength(
      names.filter((name) => name?.startsWith("KPI_")).length,
    );
    expect(source).not.toMatch(/_\(\)/);
  });

  it("answers a cell as the engine does, and the second time from the cache", async () => {
    const expected = await engineOf(contents, "fr").list({
      kpi: "CA",
      axis: "region",
      period: "2026-T1",
      filters: [],
    });
    if (!expected.ok) throw new Error(expected.failure.code);
    const rows = expected.value.map(({ member, answer }) => [member, answer]);
    const ask = () => script.run("CUSTOM_FUNCTION", "KPI_CA", ["region", "2026-T1", "maj:g1"]);
    expect(await ask()).toEqual(rows);
    expect(await ask()).toEqual(rows);
    const [cold, warm] = script.executions.slice(-2);
    expect(warm!.cellsRead).toBeLessThan(10);
    expect(cold!.cellsRead).toBeGreaterThan(warm!.cellsRead);
  });

  it("takes a date cell as its day in the spreadsheet's zone", async () => {
    const one = (period: unknown) => script.run("CUSTOM_FUNCTION", "KPI_MONTANTCOMMANDES", [null, period]);
    // Midnight in Paris is the evening before in UTC.
    expect(await one(new Date("2026-03-16T23:00:00Z"))).toEqual(await one("2026-03-17"));
  });

  it("throws our sentence where a question cannot be answered", async () => {
    await expect(script.run("CUSTOM_FUNCTION", "KPI_CA", ["planete"])).rejects.toThrow(/planete/);
    const { script: empty } = await installed(folder, undefined);
    await expect(empty.run("CUSTOM_FUNCTION", "KPI_CA", [])).rejects.toThrow(/Actualisez/);
  });

  it("redraws every dashboard after an edit of the period, as Excel would show it, with the rights of a simple trigger", async () => {
    const own = await installed(folder, contents);
    const at = own.api.book.names.get("Vigie_Periode")!.range;
    await own.script.edit(at.sheetId!, at.startRowIndex!, at.startColumnIndex!, "2026-T2");
    expect(own.script.told).toEqual([]);
    const excel = await frozenCells(contents, { chosen: { Vigie_Periode: "2026-T2" } });
    const titles = own.api.book.sheets.slice(0, 8).map(({ title }) => title);
    for (const title of titles) expect([title, cellsOf(own.api, title)]).toEqual([title, excel.get(title)]);
    const formulas = own.api.book.sheets
      .slice(0, 8)
      .flatMap(({ cells }) => [...cells.values()].filter(({ value }) => value?.formulaValue));
    expect(formulas).toEqual([]);
    expect(own.script.executions.at(-1)!.mode).toBe("LIMITED");
  }, 240_000);

  it("has own cells computed again after a target was typed", async () => {
    const own = await installed(folder, contents);
    const targets = own.api.book.sheets.find(({ title }) => title === "Objectifs")!;
    const mark = () =>
      own.api.book.sheets.find(({ title }) => title === "vigie.sheets")!.cells.get("0,1")?.value?.stringValue;
    const before = mark();
    await own.script.edit(targets.sheetId, 4, 4, 1);
    expect(mark()).toMatch(/^maj:/);
    expect(mark()).not.toBe(before);
  }, 240_000);

  it("leaves an edit elsewhere alone, and reads little for it", async () => {
    const own = await installed(folder, contents);
    const sheet = own.api.book.sheets.find(({ hidden }) => !hidden)!;
    const before = JSON.stringify([...cellsOf(own.api, sheet.title)]);
    await own.script.edit(sheet.sheetId, 0, 0, "");
    expect(JSON.stringify([...cellsOf(own.api, sheet.title)])).toBe(before);
    expect(own.script.executions.at(-1)!.cellsRead).toBeLessThan(20_000);
  });

  it("answers the sidebar's own calls and no others", async () => {
    const call = async (name: string, ...args: unknown[]) =>
      JSON.parse(String(await script.run("FULL", "vigieCall", [name, JSON.stringify(args)])));
    expect((await call("look")).value.sheets.length).toBe(api.book.sheets.length);
    for (const name of ["toString", "constructor", "__proto__", "deleteEverything"])
      expect(await call(name)).toMatchObject({ ok: false, failure: { code: "sheets-outdated" } });
    const refused = await call("write", [{ deleteSheet: { sheetId: 123_456 } }]);
    expect(refused).toMatchObject({ ok: false, failure: { code: "sheets-refused" } });
    script.isLocked = true;
    expect(await call("write", [])).toMatchObject({ failure: { code: "workbook-locked" } });
    script.isLocked = false;
  });

  it("shares a copy with its readers alone, without download, and takes it back", async () => {
    const call = async (name: string, ...args: unknown[]) =>
      JSON.parse(String(await script.run("FULL", "vigieCall", [name, JSON.stringify(args)])));
    const shared = await call("share", "Vigie-Nord", Buffer.from("xlsx").toString("base64"), [
      "a@example.com",
      "b@example.com",
    ]);
    const file = script.drive.get(shared.value.id)!;
    expect(Buffer.from(file.bytes).toString()).toBe("xlsx");
    expect([file.viewersMayCopy, ...file.readers]).toEqual([
      false,
      ["a@example.com", "reader"],
      ["b@example.com", "reader"],
    ]);
    expect(await call("revoke", shared.value.id)).toEqual({ ok: true, value: 2 });
    expect(file.readers.size).toBe(0);
    script.refuseReader = (email) => email.startsWith("b");
    const before = script.drive.size;
    expect((await call("share", "Vigie-Sud", "", ["a@example.com", "b@example.com"])).ok).toBe(false);
    expect(script.drive.size).toBe(before);
  });
});

describe("the morning's refresh", () => {
  it("writes new data with the team's account while the file is closed, and says by whom", async () => {
    const folder = await builtProject();
    const text = await framesOf(1_000);
    const asked: string[] = [];
    const own = await installed(folder, await demoContents(LINES), {
      fetch: (url, { method, payload }) => {
        asked.push(`${method} ${url} ${payload ?? ""}`);
        if (url.endsWith("/api/sessions")) return { status: 201, text: '{"token":"t","session":"s"}' };
        return { status: 200, text };
      },
    });
    own.script.prompted = "code-secret";
    await own.script.run("FULL", "vigieMorning");
    expect(own.script.triggers).toEqual([{ handler: "vigieHourly", hour: 8 }]);
    await own.script.run("FULL", "vigieHourly");
    expect(asked[0]).toContain('"account":"team","code":"code-secret"');
    const meta = JSON.parse(cellsOf(own.api, "vigie.sheets").get("0,0") as string);
    expect(meta.by).toBe("directrice@example.com (chaque matin)");
    expect(meta.trouble).toBeUndefined();
    // Targets and rules are the person's: they stay.
    const { targets } = await demoContents(LINES);
    const excel = await frozenCells({ data: (await demoContents(1_000)).data, targets });
    expect(cellsOf(own.api, "Chiffre d'affaires")).toEqual(excel.get("Chiffre d'affaires"));
    const written = JSON.stringify(own.api.book.sheets.map(({ cells }) => [...cells.values()]));
    expect(written).not.toContain("code-secret");
    await own.script.run("FULL", "vigieNoMorning");
    expect([own.script.triggers, own.script.properties.size]).toEqual([[], 0]);
  }, 240_000);

  it("keeps the last good data whatever fails, and writes the failure where one reads", async () => {
    const folder = await builtProject();
    const contents = await demoContents(1_000);
    const text = await framesOf(1_000);
    const faults: ((own: Awaited<ReturnType<typeof installed>>) => void)[] = [];
    // Each write of the refresh refused in turn.
    for (let write = 1; write <= 4; write++)
      faults.push(({ api }) => {
        let count = 0;
        api.refuseWrite = () => (++count === write ? new Error("Service Spreadsheets failed") : undefined);
      });
    for (const fault of faults) {
      const own = await installed(folder, contents, {
        fetch: (url) => (url.endsWith("/api/sessions") ? { status: 201, text: "{}" } : { status: 200, text }),
      });
      own.script.properties.set("vigie.schedule", '{"source":"demo","code":"c"}');
      fault(own);
      await own.script.run("FULL", "vigieHourly");
      own.api.refuseWrite = undefined;
      const answer = await own.script.run("CUSTOM_FUNCTION", "KPI_CA", []);
      const expected = await engineOf(contents, "fr").total({ kpi: "CA", filters: [] });
      expect({ ok: true, value: answer }).toEqual(expected);
    }
    const cut = await installed(folder, contents, {
      fetch: (url) =>
        url.endsWith("/api/sessions")
          ? { status: 201, text: "{}" }
          : { status: 200, text: text.slice(0, text.length / 2) },
    });
    cut.script.properties.set("vigie.schedule", '{"source":"demo","code":"c"}');
    await cut.script.run("FULL", "vigieHourly");
    expect(cut.script.told.join()).toMatch(/l'actualisation du matin a échoué/);
    const meta = JSON.parse(cellsOf(cut.api, "vigie.sheets").get("0,0") as string);
    expect(meta.trouble.failure.code).toBe("stream-truncated");
  }, 400_000);
});

async function framesOf(lines: number): Promise<string> {
  const found = registry(connectors).find("demo");
  if (!found.ok) throw new Error("no demo");
  const connection = await found.value.connect(
    { lines: String(lines), seed: "7", dataDate: "2026-11-23" },
    new AbortController().signal,
  );
  const stream = encodeLines(
    load(connection, found.value.declaration, { now: () => new Date("2026-11-23T08:30:00Z") }),
  );
  return new Response(stream).text();
}
