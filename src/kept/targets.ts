import { axesOf, DIMENSION_IDS, KPIS, type KpiRegistry, parseAxis, parsePeriod } from "../kpi";
import { formatIsoDay, fromExcelSerial, isYearNumber } from "../sales/calendar";
import { failed, type Result, success } from "../sales/failure";
import type { Target } from "../sales/targets";
import { ANY_DAY, textOf } from "./readers";
import type { Cell, Cells, KeptTable } from "./table";

/** The sheet "Objectifs" of these KPIs: empty dimension and member are the total's target. */
export function targetsTable(kpis: KpiRegistry = KPIS): KeptTable<Target> {
  return {
    name: "Vigie_Objectifs",
    title: { fr: "Objectifs", en: "Targets" },
    help: {
      fr: "À vous : une actualisation n'y touche jamais. Axe et membre vides : objectif du total. Période : 2024, 2024-T1, 2024-03… Un taux s'écrit entre 0 et 1.",
      en: "Yours: a refresh never touches it. Empty dimension and member: target of the total. Period: 2024, 2024-Q1, 2024-03… A rate is written from 0 to 1.",
    },
    columns: {
      kpi: {
        caption: { fr: "Indicateur", en: "KPI" },
        width: 22,
        isRequired: true,
        list: () => kpis.all.map(({ id }) => id),
        read: (cell) => kept(cell, kpis.find(textOf(cell))),
      },
      dimension: {
        caption: { fr: "Axe", en: "Dimension" },
        width: 16,
        list: () => DIMENSION_IDS,
        read: (cell, row) => kept(cell, checkDimension(textOf(cell), row, kpis)),
      },
      member: {
        caption: { fr: "Membre", en: "Member" },
        width: 26,
        read: (cell, row) => kept(cell, checkMember(cell, row)),
      },
      period: {
        caption: { fr: "Période", en: "Period" },
        width: 14,
        isRequired: true,
        read: (cell) => {
          const period = periodText(cell);
          return kept(period, parsePeriod(period, ANY_DAY));
        },
      },
      value: {
        caption: { fr: "Objectif", en: "Target" },
        width: 16,
        format: "#,##0.00",
        align: "right",
        isRequired: true,
        read: readValue,
      },
    },
    invalid: "target-invalid",
    write: (target) => ({ ...target }),
    spareRows: 500,
    orientation: "portrait",
  };
}

/** The sheet "Objectifs", for the product's KPIs. */
export const TARGETS = targetsTable();

/** The cell as it was typed, where the check allows it. */
const kept = (cell: Cell | undefined, check: Result<unknown>): Result<string> =>
  check.ok ? success(textOf(cell)) : check;

/** A year typed as a number stays a year; a date cell means its day. */
function periodText(cell: Cell | undefined): string {
  if (typeof cell !== "number") return textOf(cell);
  return isYearNumber(cell) ? String(cell) : formatIsoDay(fromExcelSerial(cell));
}

function checkDimension(dimension: string, row: Cells<keyof Target>, kpis: KpiRegistry): Result<unknown> {
  if (dimension === "") return success(undefined);
  const axis = parseAxis(dimension);
  const kpi = kpis.find(textOf(row.kpi));
  if (!axis.ok || !kpi.ok) return axis;
  const possible = axesOf(kpi.value);
  return possible.includes(axis.value)
    ? axis
    : failed("dimension-not-available", { kpi: kpi.value.id, dimension, possible });
}

function checkMember(member: Cell | undefined, { dimension }: Cells<keyof Target>): Result<unknown> {
  if ((member === undefined) === (dimension === undefined)) return success(undefined);
  const column = TARGETS.columns[member === undefined ? "member" : "dimension"].caption.fr;
  return failed("row-missing-value", { column });
}

function readValue(cell: Cell | undefined): Result<number> {
  if (cell === undefined) return failed("row-missing-value", { column: TARGETS.columns.value.caption.fr });
  return typeof cell === "number" ? success(cell) : failed("row-bad-number", { value: textOf(cell) });
}
