import { createCalculator } from "../../../src/kpi/engine";
import { expectKpis, type Reckoned } from "../expectKpis";
import { smallCompany } from "./company";
import { collected, texts } from "./reading";

/**
 * Lines that count, in euros: 501 (15 Jan) 200.10 cost 120, 99.90 without cost; 502 (1 Feb in Paris) 100.05 cost 60,
 * 10 without cost; 503 (10 Feb) 1000 $ × 0.9 = 900 cost 500 $ × 0.9 = 450; 505 (12 Feb) 130 − 20 − 10 = 100.
 */
const EXPECTED: readonly Reckoned[] = [
  ["CA", undefined, 1410.05],
  ["CA", "2026-01", 300],
  ["CA", "2026-02", 1110.05],
  ["CA", undefined, 300, "client", "Alpha"],
  ["CA", undefined, 1010.05, "client", "Bêta"],
  ["CA", undefined, 100, "client", "Sans entreprise"],
  ["CA", undefined, 300, "region", "Bretagne"],
  ["CA", undefined, 1010.05, "region", "Belgique"],
  ["CA", undefined, 410.05, "commercial", "Anne Petit"],
  ["CA", undefined, 900, "commercial", "Bruno Roy"],
  ["CA", undefined, 410.05, "equipe", "Nord"],
  ["CA", undefined, 300.15, "produit", "Pompe"],
  ["CA", undefined, 10, "produit", "Filtre"],
  ["MARGE", undefined, 80.1 + 40.05 + 450],
  ["COMMANDES", undefined, 4],
  ["MONTANTCOMMANDES", "2026", 1410.05],
  ["PANIERWEB", undefined, 110.05],
  ["CLIENTSACTIFS", "2026-02", 2],
  ["VISITES", undefined, 3],
  ["PIPEBRUT", undefined, 3500.5],
  ["PIPE", undefined, 200 + 1500.3],
  ["PIPEBRUT", "2027", 2500.5],
  ["OPPORTUNITES", undefined, 1, "etape", "Proposition"],
  ["TAUXSIGNATURE", "2026-02", 1 / 3],
  ["LEADSCREES", undefined, 2],
  ["LEADSCHAUDS", undefined, 1],
  ["ENCOURS", undefined, 1000.25],
  ["ENCOURSECHU", undefined, 700.25],
  ["TAUXOUVERTURE", undefined, 60 / 150],
  ["TAUXCLIC", undefined, 9 / 150],
  ["ENTRANTS", undefined, 3],
  ["RECLAMATIONS", undefined, 2],
];

describe("a small company in HubSpot", () => {
  test("every KPI is what a person reckons by hand", async () => {
    const { data, rejected } = await collected(smallCompany());
    expect(Object.values(rejected).flatMap(({ sample }) => sample)).toEqual([]);
    expectKpis(data, EXPECTED);
  });

  test("an account without orders: its won deals stand for them, with their lines", async () => {
    const fake = smallCompany();
    fake.objects.orders = [];
    const company = await collected(fake);
    const calculator = createCalculator(company.data);
    expect(calculator.total({ kpi: "CA", filters: [] })).toEqual({ ok: true, value: 500 });
    expect(calculator.total({ kpi: "MARGE", filters: [] })).toEqual({ ok: true, value: 200 });
    expect(texts(company, "order_lines", "order_id")).toEqual(["303"]);
  });

  test("a won deal without lines counts with its amount", async () => {
    const fake = smallCompany();
    fake.objects.line_items = [];
    const { data } = await collected(fake, { orders: "deals" });
    expect(createCalculator(data).total({ kpi: "CA", filters: [] })).toEqual({ ok: true, value: 4000 });
  });

  test("amounts in a currency without rate are set aside and listed", async () => {
    const fake = smallCompany();
    fake.rates = [];
    const { rejected } = await collected(fake);
    expect(rejected.order_lines).toMatchObject({
      count: 1,
      sample: [
        {
          origin: "line_items 604",
          failure: { code: "row-currency-without-rate", params: { currency: "USD" } },
        },
      ],
    });
  });
});
