import type { SalesData } from "../../src/sales/tables";
import { salesOf } from "../kpi/sales";

/** Two of one name, 255 characters, emoji, right-to-left text, what looks like a formula; a customer of no region. */
const AWKWARD_NAMES = [
  "Nour Martin",
  "Nour Martin",
  '=HYPERLINK("http://x";"y")',
  "🌊 ليلى بن علي",
  "é".repeat(255),
] as const;
const REGIONS = ["Nord", "Sud", "المغرب", "Provence-Alpes-Côte d'Azur et territoires voisins", null];

export const awkwardCompany: SalesData = salesOf(
  {
    salespeople: AWKWARD_NAMES.map((name, at) => ({ id: `S${at}`, name, region: REGIONS[at]! })),
    customers: AWKWARD_NAMES.map((_, at) => ({ id: `C${at}`, name: `Client ${at}`, region: REGIONS[at]! })),
    products: [{ id: "P1", name: "Clim" }],
    order_lines: AWKWARD_NAMES.map((_, at) => ({
      id: `L${at}`,
      order_id: `O${at}`,
      ordered_on: "2026-03-02",
      invoiced_on: "2026-03-05",
      customer_id: `C${at}`,
      salesperson_id: `S${at}`,
      product_id: "P1",
      channel: "web",
      quantity: -1,
      revenue: -100.25 - at,
    })),
  },
  "2026-11-23",
);
