import type { Target } from "../../../sales/targets";
import type { SheetTable } from "./sheetTable";

/** The targets of a file, and the places of rows that are none (no KPI, no period, no number). */
export function readTargets(sheet: SheetTable): { targets: Target[]; unreadable: string[] } {
  const targets: Target[] = [];
  const unreadable: string[] = [];
  for (const row of sheet.rows()) {
    const target = "values" in row ? asTarget(row.values) : undefined;
    if (target) targets.push(target);
    else unreadable.push(row.origin);
  }
  return { targets, unreadable };
}

function asTarget({
  kpi,
  dimension,
  member,
  period,
  value,
}: Readonly<Record<string, unknown>>): Target | undefined {
  if (typeof kpi !== "string" || typeof period !== "string" || typeof value !== "number") return undefined;
  const text = (cell: unknown) => (typeof cell === "string" ? cell.trim() : "");
  return {
    kpi: text(kpi).toUpperCase(),
    dimension: text(dimension),
    member: text(member),
    period: text(period),
    value,
  };
}
