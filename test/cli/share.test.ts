import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { DataScope } from "../../src/kpi/scope/resolve";
import { expected } from "../kpi/scope/expected";
import { leaks } from "../sharing/leaks";
import { partsOf } from "./parts";
import { vigie } from "./streams";
import { TELLING_COMPANY, TELLING_TARGETS, writeCsv } from "./tellingCompany";

const folder = mkdtempSync(join(tmpdir(), "vigie-share-"));
const source = ["--source", `csv:${join(folder, "csv")}`, "--data-date", "2026-11-23"];
beforeAll(() => writeCsv(join(folder, "csv")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCOPES: readonly { readonly typed: string; readonly file: string; readonly scope: DataScope }[] = [
  { typed: "region=septentrion", file: "Vigie-Septentrion.xlsx", scope: { regions: ["Septentrion"] } },
  {
    typed: "région=Méridion & Sud;region=Levant",
    file: "Vigie-Méridion-Sud-Levant.xlsx",
    scope: { regions: ["Méridion & Sud", "Levant"] },
  },
  { typed: "commercial=VEN3Z", file: "Vigie-Vendeur-fobocob.xlsx", scope: { salespeople: ["VEN3Z"] } },
];

describe("copies for several scopes at once", () => {
  it.each(["frozen", "live"])(
    "hold nothing that belongs only to others (%s)",
    async (kind) => {
      const out = join(folder, kind);
      const scopes = SCOPES.flatMap(({ typed }) => ["--scope", typed]);
      const ran = await vigie(["share", ...source, ...scopes, `--${kind}`, "--out", out]);
      expect(ran).toMatchObject({ code: 0 });
      expect(
        ran.errors
          .split("\n")
          .filter((line) => line.startsWith("Copie"))
          .slice(0, 2),
      ).toEqual(["Copie 1 sur 3 : Septentrion", "Copie 2 sur 3 : Méridion & Sud, Levant"]);
      expect(ran.output.trim().split("\n").length).toBe(3);
      expect(readdirSync(out).sort()).toEqual(SCOPES.map(({ file }) => file).sort());
      for (const { file, scope } of SCOPES) {
        const parts = partsOf(join(out, file));
        expect([file, leaks(parts, scope)]).toEqual([file, []]);
        expect([...parts.values()].join("\n")).not.toContain(folder);
      }
      // The search does find what is there: another's copy is full of it.
      expect(leaks(partsOf(join(out, SCOPES[0]!.file)), SCOPES[1]!.scope).length).toBeGreaterThan(20);
    },
    120_000,
  );

  it("are frozen without formulas, hidden sheets, names, tables or connections, and say the data's date", () => {
    for (const { file } of SCOPES) {
      const parts = partsOf(join(folder, "frozen", file));
      const names = [...parts.keys()];
      expect(names.filter((name) => /connection|externalLink|tables\/|customXml|vba/i.test(name))).toEqual(
        [],
      );
      const book = parts.get("xl/workbook.xml") ?? "";
      expect(book).not.toMatch(/state="(very)?[hH]idden"/);
      expect([...book.matchAll(/definedName name="([^"]+)"/g)].map(([, name]) => name)).not.toContainEqual(
        expect.not.stringMatching(/^_xlnm\.Print_/),
      );
      const sheets = names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
      expect(sheets.length).toBeGreaterThanOrEqual(2);
      for (const sheet of sheets) expect(parts.get(sheet)).not.toMatch(/<f[ >]/);
      expect([...parts.values()].join("\n")).not.toMatch(/_xldudf_|vigie\.|Vigie_/);
      expect(parts.get("docProps/core.xml")).toMatch(/<dc:title>Vigie · [^<]+<\/dc:title><dc:creator>Vigie</);
    }
  });

  it("are live with formulas, their answers, and hidden sheets of the scope's rows", () => {
    const parts = partsOf(join(folder, "live", SCOPES[0]!.file));
    const book = parts.get("xl/workbook.xml") ?? "";
    expect(book.match(/state="veryHidden"/g)?.length).toBeGreaterThanOrEqual(12);
    expect(book).toContain("Vigie_Periode");
    const { facts } = expected(TELLING_COMPANY, SCOPES[0]!.scope);
    const everything = [...parts.values()].join("\n");
    for (const { table, row } of facts)
      expect([table, everything.includes(String(row.id))]).toEqual([table, true]);
    expect(everything).toContain("_xldudf_KPI_CHIFFREAFFAIRES(");
    const target = TELLING_TARGETS.find(({ member }) => member === "Septentrion");
    expect(everything).toContain(`<v>${target?.value}</v>`);
  });

  it("open in LibreOffice with every number and no error, the data's date on every sheet", async () => {
    const file = join(folder, "frozen", SCOPES[0]!.file);
    const profile = pathToFileURL(join(folder, "profile")).href;
    const run = promisify(execFile);
    await run(
      "soffice",
      [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
      { timeout: 110_000 },
    );
    const { stdout } = await run("pdftotext", [
      "-layout",
      join(folder, SCOPES[0]!.file.replace("xlsx", "pdf")),
      "-",
    ]);
    expect(stdout).not.toMatch(/#(N\/A|NAME\?|VALUE!|REF!|DIV\/0!|SPILL!)|Err:\d/);
    expect(stdout).toContain("Septentrion");
    const sheets = [...partsOf(file).keys()].filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)).length;
    expect(stdout.match(/Données au 23\/11\/2026/g)?.length).toBeGreaterThanOrEqual(sheets);
    const asked = '=KPI.CA(,"2026",,"region","Septentrion")';
    const { value } = JSON.parse((await vigie(["eval", ...source], asked)).output);
    const shown = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }).format(value);
    expect(stdout).toContain(shown);
  }, 120_000);
});
