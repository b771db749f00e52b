import { type Result, success } from "../../sales/failure";
import type { Standing } from "../alerts/standing";
import type { DimensionId } from "../definition";
import type { KpiSource } from "../source";

/** Axes from the widest to the narrowest: a member is folded under one of a wider axis that holds most of it. */
const WIDTHS: readonly DimensionId[] = [
  "region",
  "equipe",
  "secteur",
  "famille",
  "canal",
  "point de vente",
  "commercial",
  "produit",
  "client",
];
/** A member belongs to another that holds at least so much of its value. */
const MOST_OF_IT = 0.6;

/** True if `inner` lies mostly in `outer`: the total holds all. */
export type LiesIn = (inner: Standing, outer: Standing) => boolean;

const width = (axis: DimensionId | ""): number => (axis === "" ? -1 : WIDTHS.indexOf(axis));

/**
 * Tells which members lie in which, by the value of each pair of axes over the year in progress: one question a KPI
 * and pair of axes among these alerts. Fails as the source does.
 */
export async function kinship(source: KpiSource, alerts: readonly Standing[]): Promise<Result<LiesIn>> {
  const shares = new Map<string, number>();
  for (const kpi of new Set(alerts.map((alert) => alert.kpi))) {
    const axes = [...new Set(alerts.filter((alert) => alert.kpi === kpi).map(({ axis }) => axis))].filter(
      (axis) => axis !== "",
    );
    for (const inner of axes)
      for (const outer of axes.filter((axis) => width(axis) < width(inner))) {
        const pivot = await source.pivot({ kpi, rows: inner, columns: outer, period: "A", filters: [] });
        if (!pivot.ok) return pivot;
        const { rowMembers, columnMembers, cells, rowTotals } = pivot.value;
        for (const [row, member] of rowMembers.entries())
          for (const [column, other] of columnMembers.entries()) {
            const total = rowTotals[row] ?? 0;
            const key = pairOf(kpi, inner, member, outer, other);
            if (total > 0) shares.set(key, (cells[row]?.[column] ?? 0) / total);
          }
      }
  }
  return success((inner, outer) => {
    if (outer.axis === "") return inner.axis !== "";
    if (inner.axis === "" || width(outer.axis) >= width(inner.axis)) return false;
    const key = pairOf(outer.kpi, inner.axis, inner.member, outer.axis, outer.member);
    return (shares.get(key) ?? 0) >= MOST_OF_IT;
  });
}

const pairOf = (...parts: readonly string[]): string => JSON.stringify(parts);
