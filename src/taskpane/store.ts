import { initialState, type PaneEvent, type PaneState, reduce } from "./state";

/** The pane's state, outside of React: the ribbon's button acts on it too, whether the pane is shown or not. */
export interface PaneStore {
  readonly getState: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Returns what unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(state: PaneState = initialState): PaneStore {
  const listeners = new Set<() => void>();
  let current = state;
  return {
    getState: () => current,
    dispatch: (event) => {
      current = reduce(current, event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
