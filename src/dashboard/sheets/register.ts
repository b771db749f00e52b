import {
  BASES,
  BASIS_LABELS,
  DEFAULT_ALERT_ATTAINMENT,
  KPIS,
  type KpiDefinition,
  type KpiRegistry,
  type RegisterEntry,
  type RegisterField,
} from "../../kpi";
import type { Rectangle } from "../../sales/rectangle";
import type { Language, Text } from "../../sales/text";
import { cell, text } from "../blocks/fragment";
import type { CellContent, CellStyle, PlannedCell, SheetPlan } from "../plan";
import { HEIGHTS, STYLES } from "../theme";

/** The Excel table that holds the register, whatever the sheet is called and wherever the table stands. */
export const REGISTER_TABLE = "Vigie_Referentiel";

export const REGISTER_SHEET: Text = { fr: "Référentiel", en: "Register" };

export const REGISTER_HELP: Text = {
  fr: "À vous : une actualisation n'y touche jamais. Seuils : part de l'objectif (80 %) ou valeur de l'indicateur. « Affiché » décide de la Matinée, dans l'ordre des lignes.",
  en: "Yours: a refresh never touches it. Thresholds: share of the target (80 %) or the KPI's own value. “Shown” decides what Morning shows, in the order of the rows.",
};

export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ["oui", "non"],
  en: ["yes", "no"],
};

export interface RegisterColumn {
  /** `name` is for the reader and is never read. */
  readonly field: RegisterField | "name";
  readonly caption: Text;
  /** In characters. */
  readonly width: number;
}

export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  { field: "kpi", caption: { fr: "Indicateur", en: "KPI" }, width: 20 },
  { field: "name", caption: { fr: "Nom", en: "Name" }, width: 20 },
  { field: "shown", caption: { fr: "Affiché", en: "Shown" }, width: 9 },
  { field: "objective", caption: { fr: "Pourquoi on le suit", en: "Why it is followed" }, width: 28 },
  { field: "targetSource", caption: { fr: "Source de l'objectif", en: "Source of the target" }, width: 20 },
  { field: "basis", caption: { fr: "Seuils en", en: "Thresholds in" }, width: 13 },
  { field: "anticipation", caption: { fr: "Anticipation", en: "Anticipation" }, width: 12 },
  { field: "alert", caption: { fr: "Alerte", en: "Alert" }, width: 10 },
  { field: "onEquilibre", caption: { fr: "Si Équilibre", en: "In Balance" }, width: 22 },
  { field: "onAnticipation", caption: { fr: "Si Anticipation", en: "In Anticipation" }, width: 26 },
  { field: "onAlerte", caption: { fr: "Si Alerte", en: "In Alert" }, width: 26 },
  { field: "user", caption: { fr: "Qui décide", en: "Who decides" }, width: 20 },
];

const HEADING_ROW = 3;
const LINE_POINTS = 13;
const LINE_MARGIN = 6;
/** Rows below the table that are ready for further KPIs. */
const SPARE_ROWS = 50;

/** The visible sheet "Référentiel" with its first entries: written once, the user's from then on. */
export function registerSheet(
  entries: readonly RegisterEntry[],
  language: Language,
  registry: KpiRegistry = KPIS,
): SheetPlan {
  const rows = Math.max(1, entries.length);
  const table = { row: HEADING_ROW, column: 0, rows: rows + 1, columns: REGISTER_COLUMNS.length };
  const written = entries.map((entry) => registerCells(entry, language, registry));
  return {
    name: REGISTER_SHEET[language],
    cells: [
      cell(0, 0, text(REGISTER_SHEET[language]), STYLES.title),
      cell(1, 0, text(REGISTER_HELP[language]), STYLES.help),
      ...REGISTER_COLUMNS.map(({ caption, field }, column) =>
        cell(
          HEADING_ROW,
          column,
          text(caption[language]),
          isLimit(field) ? STYLES.headingCenter : STYLES.heading,
        ),
      ),
      ...Array.from({ length: rows + SPARE_ROWS }, (_, index) => rowCells(index, written[index])).flat(),
    ],
    columnWidths: Object.fromEntries(REGISTER_COLUMNS.map(({ width }, column) => [column, width])),
    rowHeights: {
      0: HEIGHTS.title,
      1: HEIGHTS.caption,
      [HEADING_ROW]: HEIGHTS.heading,
      ...Object.fromEntries(written.map((cells, index) => [HEADING_ROW + 1 + index, heightOf(cells)])),
    },
    merges: [],
    conditionalFormats: [],
    validations: validations(rows + SPARE_ROWS, language),
    charts: [],
    names: [],
    tables: [{ name: REGISTER_TABLE, range: table }],
    freeze: { rows: HEADING_ROW + 1, columns: 1 },
    showGridlines: true,
    print: {
      orientation: "landscape",
      area: { row: 0, column: 0, rows: HEADING_ROW + 1 + rows, columns: REGISTER_COLUMNS.length },
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

export type RegisterCells = Readonly<Record<RegisterColumn["field"], string | number>>;

/** What a row of the register holds of an entry; default thresholds are written out. */
export function registerCells(
  entry: RegisterEntry,
  language: Language,
  registry: KpiRegistry = KPIS,
): RegisterCells {
  const found = registry.find(entry.kpi);
  const kpi = found.ok ? found.value : undefined;
  const [yes, no] = YES_NO[language];
  return {
    kpi: entry.kpi,
    name: kpi?.label[language] ?? "",
    shown: entry.shown ? yes : no,
    objective: entry.objective,
    targetSource: entry.targetSource,
    ...thresholdCells(entry, language, kpi),
    onEquilibre: entry.decisions.equilibre,
    onAnticipation: entry.decisions.anticipation,
    onAlerte: entry.decisions.alerte,
    user: entry.user,
  };
}

function thresholdCells(
  { thresholds }: RegisterEntry,
  language: Language,
  kpi: KpiDefinition | undefined,
): Pick<RegisterCells, "basis" | "anticipation" | "alert"> {
  const { alertValue, anticipationValue, alertAttainment, anticipationAttainment } = thresholds;
  if (alertValue !== undefined || anticipationValue !== undefined)
    return {
      basis: BASIS_LABELS.value[language],
      anticipation: anticipationValue ?? "",
      alert: alertValue ?? "",
    };
  const better = kpi?.better ?? "neither";
  return {
    basis: BASIS_LABELS.attainment[language],
    anticipation: anticipationAttainment ?? (better === "neither" ? "" : 1),
    alert: alertAttainment ?? (better === "neither" ? "" : DEFAULT_ALERT_ATTAINMENT[better]),
  };
}

const isLimit = (field: RegisterColumn["field"]): boolean => field === "anticipation" || field === "alert";

const rowCells = (index: number, cells: RegisterCells | undefined): PlannedCell[] =>
  REGISTER_COLUMNS.map(({ field }, column) =>
    cell(HEADING_ROW + 1 + index, column, contentOf(cells?.[field]), styleOf(field, cells)),
  );

/** Shares show as percentages, values as numbers; everything else is text, whatever it looks like. */
function styleOf(field: RegisterColumn["field"], cells: RegisterCells | undefined): CellStyle {
  // Lines between rows that are there, for paper shows no grid.
  const rule: CellStyle = cells ? { border: "bottom" } : {};
  if (!isLimit(field))
    return { ...STYLES.member, numberFormat: "@", wrap: true, verticalAlign: "top", ...rule };
  const isValue = Object.values(BASIS_LABELS.value).includes(String(cells?.basis));
  return { ...STYLES.tier, numberFormat: limitFormat(isValue), verticalAlign: "top", ...rule };
}

export const limitFormat = (isValue: boolean): string => (isValue ? "#,##0.##" : "0%");

/** Where only numbers stand, in a sheet of so many entries. */
export const limitRanges = (entries: number): readonly Rectangle[] =>
  REGISTER_COLUMNS.flatMap(({ field }, column) =>
    isLimit(field)
      ? [{ row: HEADING_ROW + 1, column, rows: Math.max(1, entries) + SPARE_ROWS, columns: 1 }]
      : [],
  );

const contentOf = (value: string | number | undefined): CellContent => {
  if (typeof value === "number") return { kind: "number", value };
  return value ? text(value) : { kind: "empty" };
};

/** As many lines as the longest text needs in its column. */
function heightOf(cells: RegisterCells): number {
  const lines = REGISTER_COLUMNS.map(({ field, width }) => Math.ceil(String(cells[field]).length / width));
  return Math.max(1, ...lines) * LINE_POINTS + LINE_MARGIN;
}

const validations = (rows: number, language: Language): SheetPlan["validations"] => {
  const lists: Readonly<Partial<Record<RegisterColumn["field"], readonly string[]>>> = {
    shown: YES_NO[language],
    basis: BASES.map((basis) => BASIS_LABELS[basis][language]),
  };
  return REGISTER_COLUMNS.flatMap(({ field }, column) => {
    const list = lists[field];
    return list ? [{ range: { row: HEADING_ROW + 1, column, rows, columns: 1 }, list, strict: false }] : [];
  });
};
