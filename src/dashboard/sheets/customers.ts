import { CA, CLIENTSACTIFS, CLIENTSPERDUS, NOUVEAUXCLIENTS, PANIERMOYEN } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { topCustomers } from "../formulas";
import { at, head, overleaf, row, tiles } from "./page";

const CUSTOMERS: Text = { fr: "Clients", en: "Customers" };
const NEW: Text = { fr: "Nouveaux", en: "New" };
const LOST: Text = { fr: "Perdus", en: "Lost" };
const ACTIVE: Text = { fr: "Actifs", en: "Active" };

/** The narrow one is a gap. */
const COLUMNS = [32, 15, 12, 12, 3, 20, 12, 13, 16, 14];
const TOP = 10;

export const customersSheet: SheetDeclaration = {
  id: "customers",
  name: CUSTOMERS,
  columns: COLUMNS,
  bands: [
    head(CUSTOMERS, COLUMNS),
    tiles(10, [
      [1, 1],
      [2, 1],
      [2, 2],
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
      at(5, 5, {
        kind: "chart",
        title: { fr: "Nouveaux et perdus par mois", en: "New and lost by month" },
        chart: "column",
        list: "months",
        series: 2,
      }),
    ),
    row(
      at(0, 9, {
        kind: "scores",
        id: "keys",
        title: { fr: "Les indicateurs", en: "The KPIs" },
        nameColumns: 1,
        rows: [
          { kpi: CLIENTSACTIFS },
          { kpi: NOUVEAUXCLIENTS },
          { kpi: CLIENTSPERDUS },
          { kpi: CA, label: { fr: "CA", en: "Revenue" } },
          { kpi: PANIERMOYEN },
        ],
      }),
    ),
    overleaf(
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
      at(5, 5, {
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
