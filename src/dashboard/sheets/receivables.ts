import { DSO, ENCOURS, ENCOURSECHU } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { ageing } from "../formulas";
import { at, FIGURES, head, ON_FIGURES, row, tiles } from "./page";

const RECEIVABLES: Text = { fr: "Encours", en: "Receivables" };
const OVERDUE: Text = { fr: "Échu", en: "Overdue" };
/** All dates: a debt is owed whenever it was invoiced. */
const EVERY_DATE = "";
const BUCKETS = 5;
const DEBTORS = 10;
/** The columns of an aged balance by member: five buckets and the total. */
const BY_MEMBER = Array<"money">(BUCKETS + 1).fill("money");

export const receivablesSheet: SheetDeclaration = {
  id: "receivables",
  name: RECEIVABLES,
  columns: FIGURES,
  bands: [
    head(RECEIVABLES, FIGURES),
    tiles(11, ON_FIGURES, [
      { kpi: ENCOURS, period: EVERY_DATE, label: { fr: "Encours total", en: "All outstanding" } },
      { kpi: ENCOURSECHU, period: EVERY_DATE, label: { fr: "Dont échu", en: "Of it overdue" } },
      { kpi: DSO, period: EVERY_DATE, label: { fr: "DSO, en jours", en: "DSO, in days" } },
      { kpi: ENCOURS, label: { fr: "Émis sur la période", en: "Issued in the period" } },
      { kpi: ENCOURSECHU, label: { fr: "… dont échu", en: "… of it overdue" } },
    ]),
    row(
      at(0, 3, {
        kind: "table",
        id: "ageing",
        title: { fr: "Balance âgée", en: "Aged balance" },
        formula: ageing(),
        rows: BUCKETS,
        units: ["money", "percent"],
      }),
      at(4, 6, {
        kind: "chart",
        title: { fr: "Encours par retard, en jours", en: "Outstanding by days past due" },
        chart: "column",
        list: "ageing",
        series: 1,
      }),
    ),
    row(
      at(0, 7, {
        kind: "table",
        id: "debtors",
        title: { fr: `Les ${DEBTORS} plus gros débiteurs`, en: `Top ${DEBTORS} debtors` },
        formula: ageing("client", DEBTORS),
        rows: DEBTORS,
        units: BY_MEMBER,
      }),
    ),
    row(
      at(0, 4, {
        kind: "comparison",
        id: "regions",
        title: { fr: "Par région", en: "By region" },
        axis: "region",
        period: EVERY_DATE,
        columns: [
          { kpi: ENCOURS, label: RECEIVABLES },
          { kpi: ENCOURSECHU, label: OVERDUE },
          { kpi: DSO, label: { fr: "DSO", en: "DSO" } },
        ],
      }),
      at(5, 5, {
        kind: "chart",
        title: { fr: "Encours et échu par région", en: "Outstanding and overdue by region" },
        chart: "bar",
        list: "regions",
        series: 2,
      }),
    ),
    row(
      at(0, 4, {
        kind: "comparison",
        id: "people",
        title: { fr: "Par commercial", en: "By salesperson" },
        axis: "commercial",
        period: EVERY_DATE,
        columns: [
          { kpi: ENCOURS, label: RECEIVABLES },
          { kpi: ENCOURSECHU, label: OVERDUE },
          { kpi: DSO, label: { fr: "DSO", en: "DSO" } },
        ],
      }),
    ),
  ],
};
