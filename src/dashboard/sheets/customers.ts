import { CA, CLIENTSACTIFS, CLIENTSPERDUS, NOUVEAUXCLIENTS, PANIERMOYEN } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { topCustomers } from "../formulas";
import { at, FIGURES, head, ON_FIGURES, row, tiles } from "./page";

const CUSTOMERS: Text = { fr: "Clients", en: "Customers" };
const NEW: Text = { fr: "Nouveaux", en: "New" };
const LOST: Text = { fr: "Perdus", en: "Lost" };
const ACTIVE: Text = { fr: "Actifs", en: "Active" };

const TOP = 10;

export const customersSheet: SheetDeclaration = {
  id: "customers",
  name: CUSTOMERS,
  columns: FIGURES,
  bands: [
    head(CUSTOMERS, FIGURES),
    tiles(11, ON_FIGURES, [
      { kpi: CLIENTSACTIFS },
      { kpi: NOUVEAUXCLIENTS },
      { kpi: CLIENTSPERDUS },
      { kpi: PANIERMOYEN },
    ]),
    row(
      at(0, 4, {
        kind: "table",
        id: "top",
        title: { fr: `Les ${TOP} premiers clients`, en: `Top ${TOP} customers` },
        formula: topCustomers(TOP),
        rows: TOP,
        units: ["money", "percent", "percent"],
      }),
      at(5, 6, {
        kind: "chart",
        title: { fr: "Nouveaux et perdus par mois", en: "New and lost by month" },
        chart: "column",
        list: "months",
        series: 2,
      }),
    ),
    row(
      at(0, 4, {
        kind: "comparison",
        id: "months",
        title: { fr: "Par mois", en: "By month" },
        axis: "mois",
        listed: CLIENTSACTIFS,
        columns: [
          { kpi: NOUVEAUXCLIENTS, label: NEW },
          { kpi: CLIENTSPERDUS, label: LOST },
          { kpi: CLIENTSACTIFS, label: ACTIVE },
        ],
      }),
    ),
    row(
      at(0, 5, {
        kind: "comparison",
        id: "sectors",
        title: { fr: "Par secteur", en: "By sector" },
        axis: "secteur",
        columns: [
          { kpi: CLIENTSACTIFS, label: ACTIVE },
          { kpi: NOUVEAUXCLIENTS, label: NEW },
          { kpi: CLIENTSPERDUS, label: LOST },
          { kpi: CA, label: { fr: "CA", en: "Revenue" } },
        ],
      }),
    ),
  ],
};
