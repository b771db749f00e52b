import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { partsOf } from "./parts";
import { vigie } from "./streams";
import { writeCsv } from "./tellingCompany";

const folder = mkdtempSync(join(tmpdir(), "vigie-share-"));
const source = ["--source", `csv:${join(folder, "csv")}`, "--data-date", "2026-11-23"];
beforeAll(() => writeCsv(join(folder, "csv")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("copies for people with awkward names", () => {
  const awkward = join(folder, "awkward");
  const long = "é".repeat(255);
  const names = ["Nour", "Nour", '=HYPERLINK("http://x";"y")', "🌊 ليلى", long];
  beforeAll(() => {
    mkdirSync(awkward);
    const csv = (name: string, lines: readonly (readonly (string | number)[])[]) =>
      writeFileSync(
        join(awkward, `${name}.csv`),
        lines
          .map((line) => line.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(","))
          .join("\n"),
      );
    csv("salespeople", [["id", "name"], ...names.map((name, at) => [`S${at}`, name])]);
    csv("customers", [["id", "name"], ...names.map((_, at) => [`C${at}`, "Sans région"])]);
    csv("products", [
      ["id", "name"],
      ["P1", "Clim"],
    ]);
    csv("order_lines", [
      [
        "id",
        "order_id",
        "ordered_on",
        "customer_id",
        "salesperson_id",
        "product_id",
        "channel",
        "quantity",
        "revenue",
      ],
      ...names.map((_, at) => [
        `L${at}`,
        `O${at}`,
        "2026-03-02",
        `C${at}`,
        `S${at}`,
        "P1",
        "web",
        -1,
        -100.25 - at,
      ]),
    ]);
  });

  it("are named apart, hold their own rows, and run nothing", async () => {
    const scopes = names.flatMap((_, at) => ["--scope", `commercial=S${at}`]);
    const out = join(folder, "awkward-copies");
    const from = ["--source", `csv:${awkward}`, "--data-date", "2026-11-23"];
    const ran = await vigie(["share", ...from, ...scopes, "--frozen", "--out", out]);
    expect(ran).toMatchObject({ code: 0 });
    const files = [
      "Vigie-Nour-S0.xlsx",
      "Vigie-Nour-S1.xlsx",
      "Vigie-HYPERLINK-http-x-y.xlsx",
      "Vigie-ليلى.xlsx",
      `Vigie-${"é".repeat(80)}.xlsx`,
    ];
    expect(readdirSync(out).sort()).toEqual([...files].sort());
    for (const [at, file] of files.entries()) {
      const parts = partsOf(join(out, file));
      const sheets = [...parts].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
      for (const [, sheet] of sheets) expect(sheet).not.toMatch(/<f[ >]/);
      const amountsOf = (text: string) => new Set(text.match(/-10\d\.25/g));
      expect(amountsOf(sheets.map(([, sheet]) => sheet).join())).toEqual(new Set([String(-100.25 - at)]));
    }
  });

  it("are refused for a name that several bear, with the way to tell them apart", async () => {
    const args = ["--scope", "commercial=Nour", "--frozen", "--out", join(folder, "none")];
    const ran = await vigie(["share", "--source", `csv:${awkward}`, ...args]);
    expect(ran).toMatchObject({ code: 2, errors: expect.stringMatching(/« Nour ».*« Nour \(S[01]\) »/) });
  });
});

describe("copies that cannot be made", () => {
  const out = join(folder, "none");
  it.each([
    [["--scope", "region=Nrod", "--frozen"], 2, "« Nrod »"],
    [["--scope", "region=Ponant", "--scope", "commercial=Personne", "--live"], 2, "« Personne »"],
    [["--scope", "region=Ponant"], 2, "--frozen ou --live"],
    [["--scope", "region=Ponant", "--frozen", "--live"], 2, "--frozen ou --live"],
    [["--frozen"], 2, "--scope region=Nord"],
    [["--scope", "Ponant", "--frozen"], 2, "region=NOM"],
    [["--scope", "region=", "--frozen"], 2, "« region= »"],
    [["--scope", "region=Toutes", "--frozen"], 2, "« Toutes »"],
  ])("%j: nothing is written", async (args, code, part) => {
    const ran = await vigie(["share", ...source, ...args, "--out", out]);
    expect(ran).toEqual({ code, output: "", errors: expect.stringContaining(part) });
    expect(readdirSync(folder)).not.toContain("none");
  });

  it("for a scope without rows: says which", async () => {
    const empty = join(folder, "empty");
    writeCsv(empty);
    const file = join(empty, "salespeople.csv");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n"VENXZ","Nouvelle","","Outremer"`);
    const args = ["--scope", "region=Outremer", "--frozen", "--out", out];
    expect(await vigie(["share", "--source", `csv:${empty}`, "--data-date", "2026-11-23", ...args])).toEqual({
      code: 3,
      output: "",
      errors: expect.stringMatching(
        /\nAucune ligne dans le périmètre « Outremer » : il n'y a rien à diffuser.\n$/,
      ),
    });
  });

  it("for a folder that is a file: says so before the source is read", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    for (const at of [file, join(file, "deeper")])
      expect(
        await vigie(["share", "--source", "csv:/absent", "--scope", "region=Nord", "--frozen", "--out", at]),
      ).toMatchObject({ code: 4, errors: expect.stringContaining(at) });
  });

  it("needs no folder to be there, and replaces what it wrote before, leaving nothing beside", async () => {
    const deep = join(folder, "a", "b");
    const args = [
      "share",
      ...source,
      "--scope",
      "region=Ponant",
      "--scope",
      "region=PONANT",
      "--frozen",
      "--out",
      deep,
    ];
    expect(await vigie(args)).toMatchObject({ code: 0 });
    expect(await vigie([...args, "--lang", "en"])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Copy written: .*Vigie-Ponant\.xlsx \(Ponant, /),
      errors: expect.stringMatching(/\nCopy 1 of 1: Ponant\n$/),
    });
    expect(readdirSync(deep)).toEqual(["Vigie-Ponant.xlsx"]);
  });
});
