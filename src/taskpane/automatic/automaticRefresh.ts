import { failure } from "../../sales/failure";
import type { Effects } from "../effects";
import type { FieldValues, Source } from "../gatewayClient";
import type { PaneState } from "../state";
import type { PaneStore } from "../store";
import { type KeptPreferences, nextMoment, type RefreshPreferences } from "./preferences";

/** How often the clock is looked at: a machine that slept through the moment refreshes when it wakes. */
const TICK_MILLISECONDS = 30_000;

export interface AutomaticRefresh {
  readonly preferences: () => RefreshPreferences;
  /** In force at once, and kept. */
  readonly change: (preferences: RefreshPreferences) => void;
  /** The workbook is open and the sources are known: refreshes if it is wanted, and from now on watches the clock. */
  readonly begin: () => Promise<void>;
  readonly stop: () => void;
}

interface AutomaticOptions {
  readonly store: PaneStore;
  readonly effects: Pick<Effects, "connect" | "refresh">;
  readonly kept: KeptPreferences;
  readonly now: () => number;
  /** Has Excel load the add-in with this workbook, or no longer: without it nobody is there to refresh on opening. */
  readonly loadWithWorkbook: (wanted: boolean) => Promise<void>;
  readonly onFault: (thrown: unknown) => void;
}

/** The refreshes that nobody presses: on opening and at a set time, only into a workbook that already has data. */
export function createAutomaticRefresh({
  store,
  effects,
  kept,
  now,
  loadWithWorkbook,
  onFault,
}: AutomaticOptions): AutomaticRefresh {
  let timer: ReturnType<typeof setInterval> | undefined;
  let due: number | undefined;

  const setAlarm = () => {
    const { at } = kept.read();
    due = at === undefined ? undefined : nextMoment(at, now());
  };

  /** Connects first where that needs no person; says so where it does. */
  const refresh = async (): Promise<void> => {
    if (!store.getState().session) {
      const way = silentWay(store.getState());
      if (way) await effects.connect(way.source, way.values);
      else
        store.dispatch({ type: "failed", failure: failure("refresh-needs-connection"), attempt: "connect" });
    }
    if (store.getState().session) await effects.refresh();
  };

  const tick = () => {
    if (due === undefined || now() < due) return;
    // Whatever is under way goes first; the next tick looks again.
    if (store.getState().activity !== "idle") return;
    setAlarm();
    refresh().catch(onFault);
  };

  return {
    preferences: () => kept.read(),
    change: (preferences) => {
      kept.write(preferences);
      setAlarm();
      loadWithWorkbook(preferences.onOpen || preferences.at !== undefined).catch(onFault);
    },
    begin: async () => {
      setAlarm();
      timer ??= setInterval(tick, TICK_MILLISECONDS);
      const { activity, provenance } = store.getState();
      if (kept.read().onOpen && activity === "idle" && provenance) await refresh();
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** How the workbook's own source is reached without asking anybody anything, if it can be. */
function silentWay({
  sources,
  provenance,
}: PaneState): { readonly source: Source; readonly values: FieldValues } | undefined {
  const source = sources.find(({ id }) => id === provenance?.source);
  if (!source) return undefined;
  if (source.signIn?.remembered) return { source, values: source.signIn.remembered };
  const asksNothing = !source.signIn && source.fields.every(({ optional }) => optional);
  return asksNothing ? { source, values: {} } : undefined;
}
