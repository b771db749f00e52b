import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { DEMO } from "./streams";

const ROOT = resolve(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "vigie-build-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The real command, in a process of its own, fed and read through its standard streams. */
async function spawned(args: readonly string[], input = "") {
  const running = promisify(execFile)(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, LC_ALL: "fr_FR.UTF-8" },
  });
  running.child.stdin?.end(input);
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      stdout: error.stdout,
      stderr: error.stderr,
    }),
  );
}

const partsOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file)))
      .filter(([name]) => name.endsWith(".xml"))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const textsIn = (parts: Record<string, string>): string => Object.values(parts).join("\n");

describe("the vigie command", () => {
  it("evaluates what it is sent", async () => {
    const ran = await spawned(["eval", ...DEMO], '=KPI.CA("regoin")\n');
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      error: { code: "#VALUE!", message: expect.stringContaining("region") },
    });
  }, 60_000);

  it("exits with its code and a sentence on standard error", async () => {
    expect(await spawned(["check"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "L'option --source est obligatoire.\n",
    });
  }, 60_000);

  it("builds a workbook with formulas, their answers, and the data very hidden", async () => {
    const out = join(folder, "vigie.xlsx");
    const [total, built] = await Promise.all([
      spawned(["eval", ...DEMO], '=KPI.CA(,"2026")'),
      spawned(["build", ...DEMO, "--out", out]),
    ]);
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining("vigie.xlsx") });
    const parts = partsOf(out);
    const book = parts["xl/workbook.xml"] ?? "";
    expect(book.match(/state="veryHidden"/g)?.length).toBeGreaterThanOrEqual(12);
    expect(book).toContain("Vigie_Periode");
    expect(parts["xl/worksheets/sheet1.xml"]).toContain("_xldudf_KPI_CHIFFREAFFAIRES(");
    expect(parts["xl/worksheets/sheet1.xml"]).toContain(`<v>${JSON.parse(total.stdout).value}</v>`);
    expect(readdirSync(folder)).toEqual(["vigie.xlsx"]);
  }, 90_000);

  it("freezes a workbook: the same answers, no formula, no hidden data", async () => {
    const out = join(folder, "frozen.xlsx");
    expect(await spawned(["build", ...DEMO, "--frozen", "--out", out])).toMatchObject({ code: 0 });
    const parts = partsOf(out);
    expect(textsIn(parts)).not.toMatch(/veryHidden|_xldudf_|vigie\.a\./);
    const formulas = Object.entries(parts).filter(
      ([name, text]) => name.startsWith("xl/worksheets/") && /<f[ >]/.test(text),
    );
    expect(formulas).toEqual([]);
    expect(textsIn(parts)).toContain("Anticipation");
  }, 90_000);
});
