import { createActions } from "./actions";
import { createAutomaticRefresh } from "./automatic/automaticRefresh";
import type { Pane } from "./context";
import { createEffects } from "./effects";
import type { PaneServices } from "./services";
import type { PaneState } from "./state";
import { createStore } from "./store";

/** The pane without its screens; `state` lets tests begin in the middle. */
export function createPane(services: PaneServices, state?: PaneState): Pane {
  const store = createStore(state);
  services.workbook.onKeptProblems((problems) => store.dispatch({ type: "kept-tables-read", problems }));
  services.workbook.onReloaded((provenance) => store.dispatch({ type: "workbook-opened", provenance }));
  const effects = createEffects(store, services);
  const { preferences: kept, teamRefreshes, now, loadWithWorkbook, onFault } = services;
  const automatic = createAutomaticRefresh({
    store,
    effects,
    kept,
    teamRefreshes,
    now,
    loadWithWorkbook,
    onFault,
  });
  return { store, effects, actions: createActions(effects), automatic, services };
}
