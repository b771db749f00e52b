import type { FailureCode } from "../sales/failure";
import type { Effects } from "./effects";
import { type Attempt, type PaneState, screenOf } from "./state";
import type { PaneStore } from "./store";

export type ActionId =
  | "refresh"
  | "stop"
  | "showDashboards"
  | "changeSource"
  | "checkAgain"
  | "explain"
  | "writeDetail"
  | "keepEdits"
  | "overwriteEdits";

/**
 * Something a person can do, whatever they press for it: the pane's button and the ribbon's are the same object.
 * Its label and icon are those of its id (`actions.<id>` in the texts, `ActionButton.tsx`).
 */
export interface PaneAction {
  readonly id: ActionId;
  readonly isEnabled: (state: PaneState) => boolean;
  readonly run: () => Promise<void>;
}

export type PaneActions = Readonly<Record<ActionId, PaneAction>>;

const isIdle = ({ activity }: PaneState): boolean => activity === "idle";

const hasEdits = (state: PaneState): boolean => isIdle(state) && state.editedDashboards.length > 0;

export function createActions(effects: Effects): PaneActions {
  const action = (id: ActionId, isEnabled: PaneAction["isEnabled"], run: () => unknown): PaneAction => ({
    id,
    isEnabled,
    run: async () => {
      await run();
    },
  });
  return {
    refresh: action(
      "refresh",
      (state) => isIdle(state) && !!state.session,
      () => effects.refresh(),
    ),
    stop: action("stop", (state) => state.activity === "refreshing" && !state.isStopping, effects.stop),
    showDashboards: action(
      "showDashboards",
      (state) => isIdle(state) && !!state.provenance,
      effects.showDashboards,
    ),
    changeSource: action("changeSource", (state) => isIdle(state) && !!state.session, effects.disconnect),
    explain: action("explain", (state) => isIdle(state) && !!state.provenance, effects.explain),
    writeDetail: action(
      "writeDetail",
      (state) => isIdle(state) && !!state.explained?.found,
      effects.writeDetail,
    ),
    keepEdits: action("keepEdits", hasEdits, () => effects.settleEdits("keep")),
    overwriteEdits: action("overwriteEdits", hasEdits, () => effects.settleEdits("overwrite")),
    checkAgain: action("checkAgain", isIdle, effects.start),
  };
}

/** Failures whose way out is not simply to try the same again. */
const WAYS_OUT: Partial<Record<FailureCode, ActionId>> = {
  "source-refused": "changeSource",
};

const AGAIN: Readonly<Record<Attempt, ActionId | undefined>> = {
  start: "checkAgain",
  // The form is still there, with its own button.
  connect: undefined,
  refresh: "refresh",
  build: "showDashboards",
  // One presses the cell's address again.
  show: undefined,
  explain: "explain",
  detail: "writeDetail",
};

/** The remedy offered beside a failure's sentence; undefined when the screen itself offers it. */
export function wayOut(state: PaneState, actions: PaneActions): PaneAction | undefined {
  const id = state.failure && (WAYS_OUT[state.failure.failure.code] ?? AGAIN[state.failure.attempt]);
  return id && actions[id].isEnabled(state) ? actions[id] : undefined;
}

/**
 * "Explain" from a cell's context menu or the keyboard: the pane comes first, for the answer is shown there; without
 * data it says so itself.
 */
export async function explainFromSheet(
  store: PaneStore,
  { explain }: PaneActions,
  showPane: () => Promise<void>,
): Promise<void> {
  await showPane();
  if (explain.isEnabled(store.getState())) await explain.run();
}

/**
 * The ribbon's Refresh: the very action of the pane's button. When it cannot run (nobody is connected yet), has a
 * question or ends in a failure, the pane is shown, where it says so.
 */
export async function refreshFromRibbon(
  store: PaneStore,
  { refresh }: PaneActions,
  showPane: () => Promise<void>,
): Promise<void> {
  if (refresh.isEnabled(store.getState())) await refresh.run();
  else if (screenOf(store.getState()) === "refreshing") return;
  const { session, failure, asksToWiden, asksToLoad } = store.getState();
  if (!session || failure || asksToWiden || asksToLoad) await showPane();
}
