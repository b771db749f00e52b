import type { KpiDefinition } from "../../src/kpi/definition";
import { KPIS } from "../../src/kpi/registry";

/** All that adding a KPI takes. Nothing else of the product may know it by name. */
const ADDED: KpiDefinition = {
  id: "UNITES",
  longName: "UNITESVENDUES",
  family: "orders",
  label: { fr: "Unités vendues", en: "Units sold" },
  explanation: { fr: "Somme des quantités commandées.", en: "Sum of the quantities ordered." },
  unit: "count",
  better: "high",
  value: { kind: "sum", table: "order_lines", date: "ordered_on", column: "quantity" },
  flow: true,
  dimensions: ["produit", "region"],
};
KPIS.add(ADDED);
