import { foldName } from "../../kpi/fold";
import type { Target } from "../../sales/targets";
import type { Language, Text } from "../../sales/text";

/** The Excel table that marks the user's targets, whatever the sheet is called and wherever the table stands. */
export const TARGETS_TABLE = "Vigie_Objectifs";

export const TARGETS_SHEET: Text = { fr: "Objectifs", en: "Targets" };

export const HELP: Text = {
  fr: "À vous : une actualisation n'y touche jamais. Axe et membre vides : objectif du total. Période : 2024, 2024-T1, 2024-03… Un taux s'écrit entre 0 et 1.",
  en: "Yours: a refresh never touches it. Empty dimension and member: target of the total. Period: 2024, 2024-Q1, 2024-03… A rate is written from 0 to 1.",
};

export interface TargetColumn {
  readonly field: keyof Target;
  readonly caption: Text;
  readonly format: string;
  /** In characters. */
  readonly width: number;
}

export const TARGET_COLUMNS: readonly TargetColumn[] = [
  { field: "kpi", caption: { fr: "Indicateur", en: "KPI" }, format: "@", width: 22 },
  { field: "dimension", caption: { fr: "Axe", en: "Dimension" }, format: "@", width: 16 },
  { field: "member", caption: { fr: "Membre", en: "Member" }, format: "@", width: 26 },
  // Text, or Excel would make a date of `2024-03`.
  { field: "period", caption: { fr: "Période", en: "Period" }, format: "@", width: 14 },
  { field: "value", caption: { fr: "Objectif", en: "Target" }, format: "#,##0.00", width: 16 },
];

/** Field → place among the sheet's columns, by heading in either language; undefined when a heading is missing. */
export function columnPlaces(headings: readonly unknown[]): Record<keyof Target, number> | undefined {
  const names = headings.map((heading) => foldName(String(heading ?? "")));
  const places = TARGET_COLUMNS.map(({ field, caption }) => {
    const known = (["fr", "en"] satisfies Language[]).map((language) => foldName(caption[language]));
    return [field, names.findIndex((name) => known.includes(name))] as const;
  });
  if (places.some(([, place]) => place < 0)) return undefined;
  return Object.fromEntries(places) as Record<keyof Target, number>;
}
