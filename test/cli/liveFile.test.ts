import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import { asCsv, convert, LONG, pagesOf } from "../xlsx/soffice";
import { DEMO, vigie } from "./streams";

const folder = mkdtempSync(join(tmpdir(), "vigie-live-"));
const file = join(folder, "vigie.xlsx");
beforeAll(async () => {
  expect(await vigie(["build", ...DEMO, "--lang", "fr", "--out", file])).toMatchObject({ code: 0 });
}, LONG);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a live workbook file in a spreadsheet that knows no KPI function", () => {
  it(
    "shows every answer, spilled ones too, and no error",
    async () => {
      const asked = '=KPI.CA(,"2026")\n=KPI.TABLEAU("CA","region","mois","2026")';
      const { output } = await vigie(["eval", ...DEMO], asked);
      const [total, table] = output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).value);
      await convert(file, asCsv(1 + DASHBOARDS.indexOf(revenueSheet)));
      const csv = readFileSync(join(folder, "vigie-Chiffre d'affaires.csv"), "utf8");
      expect(csv).not.toMatch(/#NAME\?|#N\/A|#VALUE!|#REF!|Err:\d/);
      expect(csv).toContain(String(total));
      const rows = (table as unknown[][]).slice(1);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) expect(csv).toContain(row.map((value) => value ?? "").join(","));
    },
    LONG,
  );

  it(
    "prints its dashboards and targets, none of its very hidden sheets",
    async () => {
      await convert(file, "pdf");
      const text = (await pagesOf(join(folder, "vigie.pdf"))).join("\n");
      expect(text).toContain("Par région et par mois");
      expect(text).toContain("Objectifs");
      expect(text).not.toMatch(/#NAME|order_lines|lock\.holder|ROWS\(|KPI\./);
    },
    LONG,
  );
});
