import type { TableName } from "../sales/schema";
import type { Measure } from "./definition";
import { DERIVED_DATES, DERIVED_FROM } from "./engine/derivedDates";
import { measuresOf } from "./measures";
import { KPIS, type KpiRegistry } from "./registry";

/** The columns of its table that a measure reads, its date included. */
function columnsOf(measure: Measure): readonly string[] {
  const amounts = measure.kind === "count" ? [] : [measure.column];
  const adjustments = measure.kind === "sum" ? [measure.minus, measure.weightedBy] : [];
  const conditions = (measure.where ?? []).map(({ column }) => column);
  const dates =
    measure.date !== undefined && DERIVED_DATES[measure.table]?.[measure.date]
      ? DERIVED_FROM
      : [measure.date];
  return [...amounts, ...adjustments, ...conditions, ...dates].filter((column) => column !== undefined);
}

/**
 * Ids of the KPIs that cannot be computed without a table, or without one of its columns: numbers first, in the
 * order help shows them, then tables (TOPCLIENTS, BALANCEAGEE). Empty for a table that KPIs only split by
 * (customers, products): without it they lose a dimension, not their value.
 */
export function kpisNeeding(
  table: TableName,
  column?: string,
  registry: KpiRegistry = KPIS,
): readonly string[] {
  const lost = registry.all
    .filter((kpi) =>
      measuresOf(kpi).some(
        (measure) => measure.table === table && (column === undefined || columnsOf(measure).includes(column)),
      ),
    )
    .map(({ id }) => id);
  return [...lost, ...registry.tables.filter((kpi) => lost.includes(kpi.of)).map(({ id }) => id)];
}
