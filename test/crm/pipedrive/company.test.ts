import { expectKpis, type Reckoned } from "../expectKpis";
import { smallCompany } from "./company";
import { collected } from "./reading";

/**
 * Won, in euros: 101 (15 Jan) 200.10 cost 120, 89.91 without cost; 102 (1 Feb in Paris) 83.3333 without cost;
 * 103 (10 Feb) 1000 $ × 0.9 = 900 cost 500 $ × 0.9 = 450; 104 (12 Feb) 75.25, without products.
 */
const EXPECTED: readonly Reckoned[] = [
  ["CA", undefined, 1348.5933],
  ["CA", "2026-01", 290.01],
  ["CA", "2026-02", 1058.5833],
  ["CA", undefined, 1190.01, "client", "Alpha"],
  ["CA", undefined, 83.3333, "client", "Bêta"],
  ["CA", undefined, 75.25, "client", "Sans organisation"],
  ["CA", undefined, 1190.01, "region", "Bretagne"],
  ["CA", undefined, 1190.01, "secteur", "Industrie"],
  ["CA", undefined, 83.3333, "commercial", "Bruno Roy"],
  ["CA", undefined, 1100.1, "famille", "Chauffage"],
  ["CA", undefined, 75.25, "produit", "Sans produit"],
  ["MARGE", undefined, 80.1 + 450],
  ["COMMANDES", undefined, 4],
  ["CLIENTSACTIFS", "2026-02", 3],
  ["VISITES", undefined, 2],
  ["VISITES", undefined, 1, "client", "Alpha"],
  ["PIPEBRUT", undefined, 3500.5],
  ["PIPE", undefined, 300 + 1500.3],
  ["PIPEBRUT", "2027", 2500.5],
  ["OPPORTUNITES", undefined, 1, "etape", "Proposition"],
  ["TAUXSIGNATURE", "2026-02", 3 / 4],
  ["LEADSCREES", undefined, 3],
  ["LEADSCHAUDS", undefined, 1],
];

describe("a small company in Pipedrive", () => {
  test("every KPI is what a person reckons by hand", async () => {
    const { data, rejected } = await collected(smallCompany());
    expect(Object.values(rejected).flatMap(({ sample }) => sample)).toEqual([]);
    expectKpis(data, EXPECTED);
  });

  test("amounts in a currency that Pipedrive does not convert are set aside and listed", async () => {
    const fake = smallCompany();
    fake.absent.add("deals/summary");
    fake.absent.add("deals/summary/archived");
    const { rejected } = await collected(fake);
    expect(rejected.order_lines).toMatchObject({
      count: 1,
      sample: [
        {
          origin: "deal products 204",
          failure: { code: "row-currency-without-rate", params: { currency: "USD" } },
        },
      ],
    });
  });

  test("where the person reckons in another currency than the company, the company's counts", async () => {
    const fake = smallCompany();
    fake.me = { ...fake.me, default_currency: "USD" };
    const { data } = await collected(fake);
    expectKpis(data, [["CA", undefined, 1348.5933]]);
  });
});
