import { DIMENSION_IDS, KPIS } from "../../kpi";
import type { Target } from "../../sales/targets";
import type { Language, Text } from "../../sales/text";
import { cell, text } from "../blocks/fragment";
import type { CellContent, PlannedCell, PlannedValidation, SheetPlan } from "../plan";
import { HEIGHTS, STYLES } from "../theme";

/** The Excel table that holds the user's targets, whatever the sheet is called and wherever the table stands. */
export const TARGETS_TABLE = "Vigie_Objectifs";

export const TARGETS_SHEET: Text = { fr: "Objectifs", en: "Targets" };

export const TARGETS_HELP: Text = {
  fr: "À vous : une actualisation n'y touche jamais. Axe et membre vides : objectif du total. Période : 2024, 2024-T1, 2024-03… Un taux s'écrit entre 0 et 1.",
  en: "Yours: a refresh never touches it. Empty dimension and member: target of the total. Period: 2024, 2024-Q1, 2024-03… A rate is written from 0 to 1.",
};

export interface TargetColumn {
  readonly field: keyof Target;
  readonly caption: Text;
  readonly numberFormat: string;
  /** In characters. */
  readonly width: number;
}

export const TARGET_COLUMNS: readonly TargetColumn[] = [
  { field: "kpi", caption: { fr: "Indicateur", en: "KPI" }, numberFormat: "@", width: 22 },
  { field: "dimension", caption: { fr: "Axe", en: "Dimension" }, numberFormat: "@", width: 16 },
  { field: "member", caption: { fr: "Membre", en: "Member" }, numberFormat: "@", width: 26 },
  // Text, or Excel would make a date of `2024-03`.
  { field: "period", caption: { fr: "Période", en: "Period" }, numberFormat: "@", width: 14 },
  { field: "value", caption: { fr: "Objectif", en: "Target" }, numberFormat: "#,##0.00", width: 16 },
];

const HEADING_ROW = 3;
/** Rows below the table that are ready for entries: text stays text, lists are offered. */
const SPARE_ROWS = 500;

/** What may be chosen; other names are accepted too, so a list only warns. */
const CHOICES: Readonly<Partial<Record<keyof Target, readonly string[]>>> = {
  kpi: KPIS.all.map(({ id }) => id),
  dimension: DIMENSION_IDS,
};

/** The visible sheet "Objectifs" with its first targets: written once, the user's from then on. */
export function targetsSheet(targets: readonly Target[], language: Language): SheetPlan {
  // A table needs one row under its headings, even an empty one.
  const rows = Math.max(1, targets.length);
  const table = { row: HEADING_ROW, column: 0, rows: rows + 1, columns: TARGET_COLUMNS.length };
  return {
    name: TARGETS_SHEET[language],
    cells: [
      cell(0, 0, text(TARGETS_SHEET[language]), STYLES.title),
      cell(1, 0, text(TARGETS_HELP[language]), STYLES.help),
      ...TARGET_COLUMNS.map(({ caption, field }, column) =>
        cell(
          HEADING_ROW,
          column,
          text(caption[language]),
          field === "value" ? STYLES.headingRight : STYLES.heading,
        ),
      ),
      ...Array.from({ length: rows + SPARE_ROWS }, (_, index) =>
        entryRow(HEADING_ROW + 1 + index, targets[index]),
      ).flat(),
    ],
    columnWidths: Object.fromEntries(TARGET_COLUMNS.map(({ width }, column) => [column, width])),
    rowHeights: { 0: HEIGHTS.title, 1: HEIGHTS.caption, [HEADING_ROW]: HEIGHTS.heading },
    merges: [],
    conditionalFormats: [],
    validations: validations(rows + SPARE_ROWS),
    charts: [],
    names: [],
    tables: [{ name: TARGETS_TABLE, range: table }],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    showGridlines: true,
    print: {
      orientation: "portrait",
      area: { row: 0, column: 0, rows: HEADING_ROW + 1 + rows, columns: TARGET_COLUMNS.length },
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

const entryRow = (row: number, target: Target | undefined): PlannedCell[] =>
  TARGET_COLUMNS.map(({ field, numberFormat }, column) =>
    cell(row, column, contentOf(target?.[field]), {
      ...(field === "value" ? STYLES.figure : STYLES.member),
      numberFormat,
    }),
  );

function contentOf(value: string | number | undefined): CellContent {
  if (typeof value === "number") return { kind: "number", value };
  return value ? text(value) : { kind: "empty" };
}

const validations = (rows: number): PlannedValidation[] =>
  TARGET_COLUMNS.flatMap(({ field }, column) => {
    const list = CHOICES[field];
    return list ? [{ range: { row: HEADING_ROW + 1, column, rows, columns: 1 }, list, strict: false }] : [];
  });
