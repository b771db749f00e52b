import { failure } from "../../sales/failure";
import type { Effects } from "../effects";
import type { FieldValues, Source } from "../gatewayClient";
import type { PaneState } from "../state";
import type { PaneStore } from "../store";
import { type KeptPreferences, nextMoment, type RefreshPreferences } from "./preferences";
import type { TeamRefreshes } from "./teamRefreshes";
import { watchTeamRefreshes } from "./watchTeamRefreshes";

/** Interval of looking at the clock: a machine that slept through the moment refreshes when it wakes. */
const TICK_MILLISECONDS = 30_000;

export interface AutomaticRefresh {
  readonly preferences: () => RefreshPreferences;
  /** True when this workbook's automatic refreshes, if any, are made with the team account. */
  readonly usesTeam: () => boolean;
  /** In force at once, and kept. */
  readonly change: (preferences: RefreshPreferences) => void;
  /** The workbook is open and the sources are known: refreshes if it is wanted, and from now on watches the clock. */
  readonly begin: () => Promise<void>;
  readonly stop: () => void;
}

interface AutomaticOptions {
  readonly store: PaneStore;
  readonly effects: Pick<Effects, "connect" | "connectAsTeam" | "refresh">;
  readonly kept: KeptPreferences;
  readonly teamRefreshes: TeamRefreshes;
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
  teamRefreshes,
  now,
  loadWithWorkbook,
  onFault,
}: AutomaticOptions): AutomaticRefresh {
  let timer: ReturnType<typeof setInterval> | undefined;
  let due: number | undefined;
  watchTeamRefreshes(store, teamRefreshes);

  const setAlarm = () => {
    const { at } = kept.read();
    due = at === undefined ? undefined : nextMoment(at, now());
  };

  const usesTeam = (): boolean => {
    const { provenance } = store.getState();
    return provenance !== undefined && teamRefreshes.includes(provenance);
  };

  /** Connects first where that needs no person; says so where it does. */
  const connectAndRefresh = async (): Promise<void> => {
    if (!store.getState().session) {
      const way = silentWay(store.getState(), usesTeam());
      if (way === undefined)
        store.dispatch({ type: "failed", failure: failure("refresh-needs-connection"), attempt: "connect" });
      else if (way.values === "team") await effects.connectAsTeam(way.source);
      else await effects.connect(way.source, way.values);
    }
    if (store.getState().session) await effects.refresh();
  };

  /** A session of yesterday is over by this morning: that is no reason to ask anybody. */
  const refresh = async (): Promise<void> => {
    await connectAndRefresh();
    if (store.getState().failure?.failure.code === "session-expired") await connectAndRefresh();
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
    usesTeam,
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

interface SilentWay {
  readonly source: Source;
  /** `team`: none of one's own, but the team's account. */
  readonly values: FieldValues | "team";
}

/**
 * The way to the workbook's source that asks nobody anything, if there is one. Data that came with the team account
 * never comes with a person's own account unasked, nor the other way round: each may see other rows.
 */
function silentWay({ sources, provenance }: PaneState, usesTeam: boolean): SilentWay | undefined {
  const source = sources.find(({ id }) => id === provenance?.source);
  if (!source) return undefined;
  if (usesTeam) return source.teamAccount?.isRemembered ? { source, values: "team" } : undefined;
  if (source.signIn?.remembered) return { source, values: source.signIn.remembered };
  const asksNothing = !source.signIn && source.fields.every(({ optional }) => optional);
  return asksNothing ? { source, values: {} } : undefined;
}
