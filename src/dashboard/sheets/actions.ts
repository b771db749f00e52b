import { ACTION_STATE_LABELS, ACTION_STATES, type ActionItem, AXES, DIMENSION_IDS, KPIS } from "../../kpi";
import { address } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Language, Text } from "../../sales/text";
import { cell, formula, text } from "../blocks/fragment";
import { DATA_DATE } from "../formulas";
import type { CellContent, PlannedCell, SheetPlan } from "../plan";
import { HEIGHTS, STYLES } from "../theme";

/** The Excel table that holds the actions, whatever the sheet is called and wherever the table stands. */
export const ACTIONS_TABLE = "Vigie_Actions";

export const ACTIONS_SHEET: Text = { fr: "Plan d'action", en: "Action plan" };

export const ACTIONS_HELP: Text = {
  fr: "À vous : une actualisation n'y touche jamais. Une ligne par action ; triez, déplacez et complétez comme il vous plaît.",
  en: "Yours: a refresh never touches it. One row an action; sort, move and complete it as you like.",
};

/** Colour is never alone: the sign and the word of an action that is late. */
export const OVERDUE_SIGN = "◆";
const OVERDUE: Text = { fr: `${OVERDUE_SIGN} En retard`, en: `${OVERDUE_SIGN} Overdue` };

type Field = keyof ActionItem | "signal";

export interface ActionColumn {
  readonly field: Field;
  readonly caption: Text;
  readonly numberFormat: string;
  /** In characters. */
  readonly width: number;
}

const DATE_FORMAT = "dd/mm/yyyy";

export const ACTION_COLUMNS: readonly ActionColumn[] = [
  { field: "id", caption: { fr: "N°", en: "No." }, numberFormat: "@", width: 8 },
  { field: "kpi", caption: { fr: "Indicateur", en: "KPI" }, numberFormat: "@", width: 16 },
  { field: "axis", caption: { fr: "Axe", en: "Dimension" }, numberFormat: "@", width: 14 },
  { field: "member", caption: { fr: "Membre", en: "Member" }, numberFormat: "@", width: 22 },
  { field: "alert", caption: { fr: "Alerte", en: "Alert" }, numberFormat: "@", width: 38 },
  { field: "decision", caption: { fr: "Décision", en: "Decision" }, numberFormat: "@", width: 34 },
  { field: "owner", caption: { fr: "Responsable", en: "Owner" }, numberFormat: "@", width: 20 },
  { field: "due", caption: { fr: "Échéance", en: "Due" }, numberFormat: DATE_FORMAT, width: 12 },
  { field: "state", caption: { fr: "État", en: "State" }, numberFormat: "@", width: 13 },
  { field: "signal", caption: { fr: "Retard", en: "Late" }, numberFormat: "General", width: 13 },
  { field: "createdOn", caption: { fr: "Créée le", en: "Created on" }, numberFormat: DATE_FORMAT, width: 12 },
  { field: "note", caption: { fr: "Note", en: "Note" }, numberFormat: "@", width: 34 },
];

/** An action's row as the sheet holds it: days as Excel's serials, what is wrong as it was typed. */
export type ActionCells = Readonly<Partial<Record<keyof ActionItem, string | number>>>;

const HEADING_ROW = 3;
/** Rows below the table that are ready for entries. */
const SPARE_ROWS = 200;

/** The visible sheet "Plan d'action" with these rows: written once, the user's from then on. */
export function actionsSheet(actions: readonly ActionCells[], language: Language): SheetPlan {
  // A table needs one row under its headings, even an empty one.
  const rows = Math.max(1, actions.length);
  const body = (column: number): Rectangle => ({
    row: HEADING_ROW + 1,
    column,
    rows: rows + SPARE_ROWS,
    columns: 1,
  });
  const signal = ACTION_COLUMNS.findIndex(({ field }) => field === "signal");
  return {
    name: ACTIONS_SHEET[language],
    cells: [
      cell(0, 0, text(ACTIONS_SHEET[language]), STYLES.title),
      cell(1, 0, text(ACTIONS_HELP[language]), STYLES.help),
      ...ACTION_COLUMNS.map(({ caption }, column) =>
        cell(HEADING_ROW, column, text(caption[language]), STYLES.heading),
      ),
      ...Array.from({ length: rows + SPARE_ROWS }, (_, index) =>
        entryRow(HEADING_ROW + 1 + index, index < rows ? (actions[index] ?? {}) : undefined, language),
      ).flat(),
    ],
    columnWidths: Object.fromEntries(ACTION_COLUMNS.map(({ width }, column) => [column, width])),
    rowHeights: { 0: HEIGHTS.title, 1: HEIGHTS.caption, [HEADING_ROW]: HEIGHTS.heading },
    merges: [],
    conditionalFormats: [
      {
        range: body(signal),
        tier: "alerte",
        formula: `=ISNUMBER(SEARCH("${OVERDUE_SIGN}",${address(HEADING_ROW + 1, signal)}))`,
      },
    ],
    validations: ACTION_COLUMNS.flatMap(({ field }, column) => {
      const list = choices(field, language);
      return list ? [{ range: body(column), list, strict: false }] : [];
    }),
    charts: [],
    names: [],
    tables: [
      {
        name: ACTIONS_TABLE,
        range: { row: HEADING_ROW, column: 0, rows: rows + 1, columns: ACTION_COLUMNS.length },
      },
    ],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    showGridlines: true,
    print: {
      orientation: "landscape",
      area: { row: 0, column: 0, rows: HEADING_ROW + 1 + rows, columns: ACTION_COLUMNS.length },
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** What may be chosen; a state in the other language is understood too, so a list only warns. */
function choices(field: Field, language: Language): readonly string[] | undefined {
  if (field === "kpi") return KPIS.all.map(({ id }) => id);
  if (field === "axis") return DIMENSION_IDS.map((id) => AXES[id].label[language]);
  if (field === "state") return ACTION_STATES.map((state) => ACTION_STATE_LABELS[state][language]);
  return undefined;
}

/** Only rows of the table have their signal; `cells` undefined is a spare row. */
function entryRow(row: number, cells: ActionCells | undefined, language: Language): PlannedCell[] {
  const at = (field: Field) =>
    address(
      row,
      ACTION_COLUMNS.findIndex((column) => column.field === field),
    );
  return ACTION_COLUMNS.map(({ field, numberFormat }, column) => {
    const content: CellContent =
      field === "signal"
        ? cells
          ? formula(signalFormula(at("due"), at("state"), language))
          : { kind: "empty" }
        : contentOf(cells?.[field]);
    return cell(row, column, content, { ...STYLES.member, numberFormat });
  });
}

function contentOf(value: string | number | undefined): CellContent {
  if (typeof value === "number") return { kind: "number", value };
  return value ? text(value) : { kind: "empty" };
}

/** Says that a row is late: its due date lies before the data's and nothing says that it is over. */
export function signalFormula(due: string, state: string, language: Language): string {
  const over = ACTION_STATES.slice(2)
    .flatMap((done) => Object.values(ACTION_STATE_LABELS[done]))
    .map((word) => `${state}="${word}"`);
  const date = DATA_DATE.slice(1);
  return `=IFERROR(IF(AND(ISNUMBER(${due}),${due}<${date},NOT(OR(${over.join(",")}))),"${OVERDUE[language]}",""),"")`;
}
