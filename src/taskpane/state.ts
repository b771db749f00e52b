import type { EditedDashboard, KeptProblems, RefreshOutcome, RememberedMapping } from "../live";
import type { Failure } from "../sales/failure";
import type { RefreshFrame } from "../sales/stream";
import type { Provenance } from "../sales/tables";
import type { ExplainedCell } from "./explainer";
import type { FileToMap, LoadEstimate, Session, Source } from "./gatewayClient";
import { noProgress, type Progress, withFrame, withOutcome } from "./progress";

/** The pages one goes to from the pane's navigation; `home` is whatever the connection asks for. */
export const PAGE_IDS = ["home", "alerts", "register", "share", "reconcile", "settings", "remarks"] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** The activity under way. `refreshing` and `building` are one wait for the person. */
export type Activity = "starting" | "idle" | "connecting" | "estimating" | "refreshing" | "building";

/** The attempt that failed: "try again" repeats it. */
export type Attempt = "start" | "connect" | "refresh" | "build" | "show" | "explain" | "detail";

export interface PaneState {
  readonly activity: Activity;
  readonly page: PageId;
  /** Undefined until asked; empty sources mean that the gateway could not be reached. */
  readonly isGatewayReachable?: boolean;
  readonly sources: readonly Source[];
  readonly session?: Session;
  /** The data in the workbook; undefined while it holds none. */
  readonly provenance?: Provenance;
  /** The refresh under way, or the last one that succeeded. */
  readonly progress?: Progress;
  /** Duration of the last refresh; set once it succeeded. */
  readonly elapsedMs?: number;
  /** The mode of the last refresh and its reason; set with `elapsedMs`. */
  readonly outcome?: RefreshOutcome;
  readonly isStopping: boolean;
  /** Set while a CRM's sign-in window is open. */
  readonly isSigningIn?: true;
  /** Files whose columns the person must choose before the connection. */
  readonly filesToMap: readonly FileToMap[];
  /** Answers about earlier files that the workbook keeps. */
  readonly mappings: readonly RememberedMapping[];
  /** Faults of the targets' and the settings' sheets, as last read. */
  readonly keptProblems: KeptProblems;
  /** Edited dashboards that wait for the person's decision. */
  readonly editedDashboards: readonly EditedDashboard[];
  /** Set once the reader of a circulated copy wants to connect. */
  readonly goesBeyondCopy?: true;
  /** Set while it is asked whether all one's data may replace those of a copy's scope. */
  readonly asksToWiden?: true;
  /** The size of a full refresh, once this session's source has told. */
  readonly estimate?: LoadEstimate;
  /** Set while it is asked whether as much as `estimate` tells may be loaded. */
  readonly asksToLoad?: true;
  /** Set while the pane shows where a cell's number comes from. */
  readonly explained?: ExplainedCell;
  readonly failure?: { readonly failure: Failure; readonly attempt: Attempt };
}

export type PaneEvent =
  | { readonly type: "starting" }
  | { readonly type: "workbook-opened"; readonly provenance: Provenance | undefined }
  | { readonly type: "sources-known"; readonly sources: readonly Source[] }
  | { readonly type: "gateway-lost" }
  | { readonly type: "started" }
  | { readonly type: "page-opened"; readonly page: PageId }
  | { readonly type: "connecting" }
  | { readonly type: "sign-in-window"; readonly isOpen: boolean }
  | { readonly type: "sign-in-cancelled" }
  | {
      readonly type: "files-to-map";
      readonly files: readonly FileToMap[];
      readonly mappings?: readonly RememberedMapping[];
    }
  | { readonly type: "connected"; readonly session: Session }
  | { readonly type: "disconnected" }
  | { readonly type: "connection-wanted" }
  | { readonly type: "widening-asked" }
  | { readonly type: "widening-refused" }
  | { readonly type: "estimating" }
  | { readonly type: "estimated"; readonly session: Session; readonly estimate: LoadEstimate | undefined }
  | { readonly type: "load-asked" }
  | { readonly type: "load-refused" }
  | { readonly type: "refresh-started"; readonly at: number }
  | { readonly type: "frame"; readonly frame: RefreshFrame }
  | { readonly type: "stopping" }
  | {
      readonly type: "refreshed";
      readonly provenance: Provenance;
      readonly at: number;
      readonly outcome?: RefreshOutcome;
    }
  | { readonly type: "built"; readonly edited: readonly EditedDashboard[] }
  | { readonly type: "explained"; readonly cell: ExplainedCell }
  | { readonly type: "explanation-closed" }
  | { readonly type: "kept-tables-read"; readonly problems: KeptProblems }
  | { readonly type: "failed"; readonly failure: Failure; readonly attempt: Attempt }
  | { readonly type: "failure-dismissed" };

export const initialState: PaneState = {
  activity: "starting",
  page: "home",
  sources: [],
  isStopping: false,
  filesToMap: [],
  mappings: [],
  keptProblems: { targets: [], settings: [] },
  editedDashboards: [],
};

/** The pane's whole logic of what follows what; pure. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "starting":
      return { ...without(state, "failure"), activity: "starting" };
    case "workbook-opened":
      return event.provenance ? { ...state, provenance: event.provenance } : without(state, "provenance");
    case "sources-known":
      return { ...state, sources: event.sources, isGatewayReachable: true };
    case "gateway-lost":
      return { ...state, isGatewayReachable: false };
    case "started":
      return { ...state, activity: "idle" };
    case "page-opened":
      return { ...without(state, "explained", "failure"), page: event.page };
    case "connecting":
      return { ...without(state, "failure"), activity: "connecting" };
    case "sign-in-window":
      return event.isOpen ? { ...state, isSigningIn: true } : without(state, "isSigningIn");
    case "sign-in-cancelled":
      return { ...without(state, "failure"), activity: "idle" };
    case "files-to-map":
      return {
        ...without(state, "failure"),
        activity: "idle",
        filesToMap: event.files,
        mappings: event.mappings ?? state.mappings,
      };
    case "connected":
      return {
        ...without(state, "failure", "progress", "elapsedMs", "estimate", "asksToLoad"),
        activity: "idle",
        session: event.session,
        filesToMap: [],
      };
    case "disconnected":
      return {
        ...without(
          state,
          "session",
          "failure",
          "progress",
          "elapsedMs",
          "asksToWiden",
          "estimate",
          "asksToLoad",
        ),
        activity: "idle",
      };
    case "connection-wanted":
      return { ...state, goesBeyondCopy: true };
    case "widening-asked":
      return { ...without(state, "failure", "explained"), page: "home", asksToWiden: true };
    case "widening-refused":
      return without(state, "asksToWiden");
    case "estimating":
      return { ...without(state, "failure", "asksToWiden"), activity: "estimating" };
    case "estimated":
      return afterEstimate(state, event.session, event.estimate);
    case "load-asked":
      return { ...without(state, "failure", "explained", "asksToWiden"), page: "home", asksToLoad: true };
    case "load-refused":
      return without(state, "asksToLoad");
    case "refresh-started":
      return {
        ...without(state, "failure", "elapsedMs", "outcome", "explained", "asksToWiden", "asksToLoad"),
        activity: "refreshing",
        page: "home",
        isStopping: false,
        progress: noProgress(event.at),
      };
    case "frame":
      return state.progress ? { ...state, progress: withFrame(state.progress, event.frame) } : state;
    case "stopping":
      return { ...state, isStopping: true };
    case "refreshed":
      return {
        ...state,
        activity: "building",
        provenance: event.provenance,
        ...(event.outcome && { outcome: event.outcome }),
        ...(state.progress && { progress: withOutcome(state.progress, event.outcome) }),
        elapsedMs: event.at - (state.progress?.startedAt ?? event.at),
      };
    case "built":
      return { ...state, activity: "idle", editedDashboards: event.edited };
    case "explained":
      return { ...without(state, "failure"), explained: event.cell };
    case "explanation-closed":
      return without(state, "explained", "failure");
    case "kept-tables-read":
      return { ...state, keptProblems: event.problems };
    case "failed":
      return afterFailure(state, event.failure, event.attempt);
    case "failure-dismissed":
      return without(state, "failure");
  }
}

/** Ignores an estimate of an earlier session. */
function afterEstimate(state: PaneState, session: Session, estimate: LoadEstimate | undefined): PaneState {
  const activity = state.activity === "estimating" ? "idle" : state.activity;
  return state.session === session && estimate ? { ...state, activity, estimate } : { ...state, activity };
}

/** The state after a failure: an expired session is gone; a failed refresh has no result to show. */
function afterFailure(state: PaneState, failure: Failure, attempt: Attempt): PaneState {
  const kept = attempt === "refresh" ? without(state, "progress", "elapsedMs") : state;
  const left = failure.code === "session-expired" ? without(kept, "session") : kept;
  return { ...left, activity: "idle", isStopping: false, failure: { failure, attempt } };
}

function without<K extends keyof PaneState>(
  state: PaneState,
  ...keys: readonly K[]
): Omit<PaneState, K> & PaneState {
  const rest = { ...state };
  for (const key of keys) delete rest[key];
  return rest;
}

/** The screen that the pane shows. */
export type Screen =
  | "starting"
  | "explained"
  | "offline"
  | "circulated"
  | "connect"
  | "ready"
  | "refreshing"
  | "result"
  | Exclude<PageId, "home">;

export function screenOf(state: PaneState): Screen {
  const { activity, session, progress, provenance } = state;
  if (activity === "starting") return "starting";
  if (activity === "refreshing" || activity === "building") return "refreshing";
  if (state.explained) return "explained";
  if (state.page !== "home" && provenance) return state.page;
  if (session) return progress ? "result" : "ready";
  if (state.isGatewayReachable === false) return provenance ? "circulated" : "offline";
  if (provenance?.circulated && !state.goesBeyondCopy) return "circulated";
  return "connect";
}
