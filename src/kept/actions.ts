import { DATA_DATE } from "../dashboard";
import {
  ACTION_STATE_LABELS,
  ACTION_STATES,
  type ActionItem,
  AXES,
  actionState,
  DIMENSION_IDS,
  KPIS,
  parseAxis,
} from "../kpi";
import { toExcelSerial } from "../sales/calendar";
import { failed, failure, type Result, success } from "../sales/failure";
import type { Language, Text } from "../sales/text";
import { readDay, readText, textOf } from "./readers";
import type { Cell, Cells, KeptColumn, KeptTable } from "./table";

/** Colour is never alone: the sign and the word of an action that is late. */
const OVERDUE_SIGN = "◆";
const OVERDUE: Text = { fr: `${OVERDUE_SIGN} En retard`, en: `${OVERDUE_SIGN} Overdue` };
const DATE_FORMAT = "dd/mm/yyyy";

/** An action's row: what the user keeps, and the computed signal beside it. */
export type ActionValues = ActionItem & { readonly signal?: undefined };

/** An action's row as the sheet holds it: days as Excel's serials, what is wrong as it was typed. */
export type ActionCells = Cells<keyof ActionValues>;

const words = (fr: string, en: string, width: number) =>
  ({ caption: { fr, en }, width, read: readText }) satisfies KeptColumn<keyof ActionValues, string>;

const day = (fr: string, en: string) =>
  ({
    caption: { fr, en },
    width: 12,
    format: DATE_FORMAT,
    read: readDay({ fr, en }),
  }) satisfies KeptColumn<keyof ActionValues, number | null>;

/** The sheet "Plan d'action": one row an action. */
export const ACTIONS: KeptTable<ActionValues, ActionItem> = {
  name: "Vigie_Actions",
  title: { fr: "Plan d'action", en: "Action plan" },
  help: {
    fr: "À vous : une actualisation n'y touche jamais. Une ligne par action ; triez, déplacez et complétez comme il vous plaît.",
    en: "Yours: a refresh never touches it. One row an action; sort, move and complete it as you like.",
  },
  columns: {
    id: { ...words("N°", "No.", 8), isRequired: true },
    kpi: { ...words("Indicateur", "KPI", 16), list: () => KPIS.all.map(({ id }) => id), read: readKpi },
    axis: {
      ...words("Axe", "Dimension", 14),
      list: (language) => DIMENSION_IDS.map((id) => AXES[id].label[language]),
      read: readAxis,
    },
    member: words("Membre", "Member", 22),
    alert: words("Alerte", "Alert", 38),
    decision: { ...words("Décision", "Decision", 34), isRequired: true },
    owner: words("Responsable", "Owner", 20),
    due: day("Échéance", "Due"),
    state: {
      caption: { fr: "État", en: "State" },
      width: 13,
      isRequired: true,
      list: (language) => ACTION_STATES.map((state) => ACTION_STATE_LABELS[state][language]),
      read: readState,
    },
    signal: {
      caption: { fr: "Retard", en: "Late" },
      width: 13,
      format: "General",
      formula: (at, language) => signalFormula(at("due"), at("state"), language),
      alertSign: OVERDUE_SIGN,
    },
    createdOn: day("Créée le", "Created on"),
    note: words("Note", "Note", 34),
  },
  invalid: "action-invalid",
  unique: { field: "id", failure: (id) => failure("row-duplicate-id", { value: String(id) }) },
  write: actionCells,
  spareRows: 200,
};

/** Writes an action, or part of one, as cells; an empty date clears its cell. */
export function actionCells(action: Partial<ActionItem>, language: Language): ActionCells {
  const { due, createdOn, state, ...texts } = action;
  const days = Object.entries({ due, createdOn }).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value === null ? "" : toExcelSerial(value)]],
  );
  return {
    ...texts,
    ...Object.fromEntries(days),
    ...(state !== undefined && { state: ACTION_STATE_LABELS[state][language] }),
  };
}

/** An action typed by hand needs no KPI. */
function readKpi(cell: Cell | undefined): Result<string> {
  const kpi = cell === undefined ? undefined : KPIS.find(textOf(cell));
  if (!kpi) return success("");
  return kpi.ok ? success(kpi.value.id) : kpi;
}

function readAxis(cell: Cell | undefined): Result<string> {
  const axis = cell === undefined ? undefined : parseAxis(textOf(cell), DIMENSION_IDS);
  return !axis || axis.ok ? readText(cell) : axis;
}

/** A row without a state is still to be done. */
function readState(cell: Cell | undefined): Result<ActionItem["state"]> {
  const state = cell === undefined ? "todo" : actionState(textOf(cell));
  return state
    ? success(state)
    : failed("row-bad-choice", { value: textOf(cell), column: ACTIONS.columns.state.caption.fr });
}

/** Says that a row is late: its due date lies before the data's and nothing says that it is over. */
export function signalFormula(
  due: string | undefined,
  state: string | undefined,
  language: Language,
): string | undefined {
  if (due === undefined || state === undefined) return undefined;
  const over = ACTION_STATES.slice(2)
    .flatMap((done) => Object.values(ACTION_STATE_LABELS[done]))
    .map((word) => `${state}="${word}"`);
  const date = DATA_DATE.slice(1);
  return `=IFERROR(IF(AND(ISNUMBER(${due}),${due}<${date},NOT(OR(${over.join(",")}))),"${OVERDUE[language]}",""),"")`;
}
