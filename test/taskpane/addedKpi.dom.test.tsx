// First: whatever reads the registry must find the KPI there, as when its file stands among the definitions.
import "./addedKpi";
import { screen } from "@testing-library/react";
import { kpiPage } from "../../scripts/docs/kpiPage";
import { layoutSheets } from "../../src/dashboard/layout";
import { dashboards } from "../../src/dashboard/sheets";
import { answerFormula, functionCatalogue, functionsFile } from "../../src/functions";
import { keptSheet, REGISTER, registerCells } from "../../src/kept";
import { createEngine } from "../../src/kpi/engine";
import { defaultRegister } from "../../src/kpi/register/defaults";
import { KPIS } from "../../src/kpi/registry";
import { facts } from "../dashboard/madeUp";
import { salesOf } from "../kpi/sales";
import { states } from "./doubles";
import { registerDouble } from "./registerDouble";
import { renderPane } from "./rendering";

const data = salesOf(
  {
    order_lines: [2, 3].map((quantity) => ({
      id: `l${quantity}`,
      order_id: "o",
      ordered_on: "2024-01-02",
      customer_id: "c",
      salesperson_id: "s",
      product_id: "p",
      channel: "web",
      quantity,
      revenue: 1,
    })),
  },
  "2024-05-15",
);

describe("a KPI added as one declaration", () => {
  test("is a function under both names, answered, explained and listed by the other functions", async () => {
    const answering = { source: createEngine(data), catalogue: functionCatalogue(KPIS.all) };
    const answered = async (formula: string) => {
      const answer = await answerFormula(formula, answering, "fr");
      return answer.ok ? answer.value : answer.failure;
    };
    expect(await answered('=KPI.UNITES(,"2024")')).toBe(5);
    expect(await answered('=KPI.UNITESVENDUES(,"2024")')).toBe(5);
    expect(await answered('=KPI.PROJECTION("UNITES",,"2023")')).toBe(0);
    expect(JSON.stringify(await answered('=KPI.EXPLIQUER("UNITES",,"2024")'))).toContain(
      "Somme des quantités commandées.",
    );
    expect(JSON.stringify(await answered('=KPI.UNITESE(,"2024")'))).toContain("UNITES");
  });

  test("is in the functions' metadata and in docs/kpi.md", () => {
    const metadata = JSON.stringify(functionsFile(functionCatalogue(KPIS.all), "fr"));
    expect(metadata).toContain("UNITES");
    expect(metadata).toContain("Somme des quantités commandées.");
    expect(kpiPage()).toContain(
      "| UNITES, UNITESVENDUES | Unités vendues | Somme des quantités commandées. |",
    );
  });

  test("stands in the register's sheet, and in the Matinée once it is shown", () => {
    const entries = defaultRegister("fr");
    expect(entries.at(-1)).toMatchObject({ kpi: "UNITES", shown: false });
    const texts = keptSheet(
      REGISTER,
      entries.map((entry) => registerCells(entry, "fr")),
      "fr",
    ).cells.flatMap(({ content }) => (content.kind === "text" ? [content.text] : []));
    expect(texts).toEqual(expect.arrayContaining(["UNITES", "Unités vendues"]));
    const shown = entries.map((entry) => ({ ...entry, shown: entry.kpi === "UNITES" }));
    const [morning] = layoutSheets(dashboards(shown), facts());
    const cells = morning!.cells.map(({ content }) =>
      content.kind === "text" ? content.text : content.kind === "formula" ? content.formula : "",
    );
    expect(cells.filter((cell) => cell.startsWith("Unités vendues")).length).toBeGreaterThan(1);
    expect(cells.join("\n")).toContain("=KPI.UNITES(");
    expect(cells.join("\n")).toContain('KPI.NIVEAU("UNITES"');
  });

  test("is offered by the pane's register", async () => {
    renderPane(states.register, { register: registerDouble() });
    const edit = { name: "Modifier Unités vendues" };
    expect(await screen.findByRole("button", edit, { timeout: 20_000 })).toBeTruthy();
    expect(screen.getByRole("switch", { name: "Afficher Unités vendues dans la Matinée" })).toBeTruthy();
  });
});
