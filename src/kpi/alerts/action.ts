import type { EpochDay } from "../../sales/calendar";
import { fold } from "../../sales/fold";
import type { Text } from "../../sales/text";

export const ACTION_STATES = ["todo", "doing", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_STATE_LABELS: Readonly<Record<ActionState, Text>> = {
  todo: { fr: "à faire", en: "to do" },
  doing: { fr: "en cours", en: "in progress" },
  done: { fr: "fait", en: "done" },
  dropped: { fr: "abandonné", en: "dropped" },
};

/** Action about an alert: one row of the sheet "Plan d'action". */
export interface ActionItem {
  /** `A-001`, unique in the workbook. */
  readonly id: string;
  /** A KPI's id; empty where the user wrote none. */
  readonly kpi: string;
  /** A dimension as the user reads it, empty for the total. */
  readonly axis: string;
  readonly member: string;
  /** The alert in words. */
  readonly alert: string;
  readonly decision: string;
  readonly owner: string;
  readonly due: EpochDay | null;
  readonly state: ActionState;
  readonly createdOn: EpochDay | null;
  readonly note: string;
}

/** The state that a person's word means, in either language. */
export const actionState = (word: string): ActionState | undefined =>
  ACTION_STATES.find((state) =>
    Object.values(ACTION_STATE_LABELS[state]).some((label) => fold(label) === fold(word)),
  );

export const isOpen = ({ state }: Pick<ActionItem, "state">): boolean =>
  state === "todo" || state === "doing";

export const isOverdue = (action: Pick<ActionItem, "state" | "due">, dataDate: EpochDay): boolean =>
  isOpen(action) && action.due !== null && action.due < dataDate;

/** The next free id. */
export function nextActionId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/^A-(\d+)$/.exec(id)?.[1] ?? 0));
  return `A-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}
