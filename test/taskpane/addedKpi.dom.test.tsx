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
    expect(await answered('=KPI.QUANTITE(,"2024")')).toBe(5);
    expect(await answered('=KPI.QUANTITEVENDUE(,"2024")')).toBe(5);
    expect(await answered('=KPI.PROJECTION("QUANTITE",,"2023")')).toBe(0);
    expect(JSON.stringify(await answered('=KPI.EXPLIQUER("QUANTITE",,"2024")'))).toContain(
      "Somme des quantités commandées.",
    );
    expect(JSON.stringify(await answered('=KPI.QUANTITEE(,"2024")'))).toContain("QUANTITE");
  });

  test("is in the functions' metadata and in docs/kpi.md", () => {
    const metadata = JSON.stringify(functionsFile(functionCatalogue(KPIS.all), "fr"));
    expect(metadata).toContain("QUANTITE");
    expect(metadata).toContain("Somme des quantités commandées.");
    expect(kpiPage()).toContain(
      "| QUANTITE, QUANTITEVENDUE | Quantité vendue | Somme des quantités commandées. |",
    );
  });

  test("stands in the register's sheet, and in the Matinée once it is shown", () => {
    const entries = defaultRegister("fr");
    expect(entries.at(-1)).toMatchObject({ kpi: "QUANTITE", shown: false });
    const texts = keptSheet(
      REGISTER,
      entries.map((entry) => registerCells(entry, "fr")),
      "fr",
    ).cells.flatMap(({ content }) => (content.kind === "text" ? [content.text] : []));
    expect(texts).toEqual(expect.arrayContaining(["QUANTITE", "Quantité vendue"]));
    const shown = entries.map((entry) => ({ ...entry, shown: entry.kpi === "QUANTITE" }));
    const [morning] = layoutSheets(dashboards(shown), facts());
    const cells = morning!.cells.map(({ content }) =>
      content.kind === "text" ? content.text : content.kind === "formula" ? content.formula : "",
    );
    expect(cells.filter((cell) => cell.startsWith("Quantité vendue")).length).toBeGreaterThan(1);
    expect(cells.join("\n")).toContain("=KPI.QUANTITE(");
    expect(cells.join("\n")).toContain('KPI.NIVEAU("QUANTITE"');
  });

  test("is offered by the pane's register", async () => {
    renderPane(states.register, { register: registerDouble() });
    const edit = { name: "Modifier Quantité vendue" };
    expect(await screen.findByRole("button", edit, { timeout: 20_000 })).toBeTruthy();
    expect(screen.getByRole("switch", { name: "Afficher Quantité vendue dans la Matinée" })).toBeTruthy();
  });
});
