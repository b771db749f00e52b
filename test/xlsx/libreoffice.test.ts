import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { layoutSheet } from "../../src/dashboard/layout";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import { keptSheet, TARGETS } from "../../src/kept";
import { answerPlan, inputValues } from "../../src/xlsx/answerPlan";
import { namesFromPlans, sheetFromPlan } from "../../src/xlsx/fromPlan";
import { writeWorkbook } from "../../src/xlsx/write";
import { answerer, facts } from "../dashboard/madeUp";
import { sheet } from "./parts";
import { asCsv, convert, LONG, pagesOf } from "./soffice";

const run = promisify(execFile);

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-xlsx-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeDashboard(formulas: "kept" | "frozen"): Promise<string> {
  const plans = [layoutSheet(revenueSheet, facts()), keptSheet(TARGETS, [], "fr")];
  const sheets = await Promise.all(
    plans.map(async (plan) =>
      sheetFromPlan(plan, await answerPlan(plan, inputValues(plans), answerer(facts())), { formulas }),
    ),
  );
  const hidden = sheet("vigie.secret", {
    visibility: "veryHidden",
    blocks: [{ row: 0, column: 0, values: [["jamais imprimé"]] }],
  });
  const bytes = await writeWorkbook({
    title: "Vigie",
    sheets: [...sheets, hidden],
    names: namesFromPlans(plans),
    activeSheet: 0,
  });
  const file = join(folder, `${formulas}.xlsx`);
  await writeFile(file, bytes);
  return file;
}

describe("a dashboard opened in LibreOffice", () => {
  it.each(["kept", "frozen"] as const)(
    "shows every answer and no error (formulas %s)",
    async (formulas) => {
      const file = await writeDashboard(formulas);
      await convert(file, asCsv());
      const csv = await readFile(file.replace(".xlsx", "-Chiffre d'affaires.csv"), "utf8");
      expect(csv).not.toMatch(/#NAME\?|#N\/A|#VALUE!|Err:\d/);
      for (const shown of [
        "▲ Anticipation",
        "Camille Martin,926316",
        "◆ Alerte",
        "Total,370412",
        "3645288",
      ]) {
        expect(csv).toContain(shown);
      }
    },
    LONG,
  );

  it(
    "prints its formats on one upright A4 page, without the hidden sheets",
    async () => {
      const file = await writeDashboard("frozen");
      await convert(file, "pdf");
      const pdf = file.replace(".xlsx", ".pdf");
      const { stdout: info } = await run("pdfinfo", [pdf]);
      expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
      const pages = await pagesOf(pdf);
      const text = pages.join("\n");
      expect(pages[0]).toContain("Par région et par mois");
      expect(pages[0]).toContain("Top 10, en €");
      // The other page is the table of targets.
      expect(pages.filter((page) => page.trim() !== "" && !page.trim().startsWith("Objectifs"))).toHaveLength(
        1,
      );
      for (const shown of ["Données au 20/09/2024", "871 k€", "871,308", "+12.0 %", "3,645,288"])
        expect(text).toContain(shown);
      expect(text).not.toContain("jamais imprimé");
    },
    LONG,
  );
});
