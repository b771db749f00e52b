import type { BuildRequest, FrameSource, OnEdits, RefreshOutcome } from "../live";
import { type Failure, FailureError, failure, type Result } from "../sales/failure";
import type { RefreshFrame } from "../sales/stream";
import type { ColumnMapping, FieldValues, FileToMap, Source } from "./gatewayClient";
import { createLoadEstimates, isHugeLoad, readsEverything } from "./loadSize";
import { toRemember } from "./mapping/remembered";
import type { PaneServices } from "./services";
import { createSignInEffects, type SignInEffects } from "./signIn";
import type { Attempt } from "./state";
import type { PaneStore } from "./store";

/** The pane's side effects; each ends in an event, and never throws. */
export interface Effects extends SignInEffects {
  start(): Promise<void>;
  /** Ends connected, or with files whose columns have to be chosen for `mapping`. */
  connect(source: Source, values: FieldValues, mapping?: ColumnMapping): Promise<void>;
  disconnect(): Promise<void>;
  /** Asks for the size of a full refresh, where the source knows. */
  estimate(): Promise<void>;
  /**
   * Refreshes the workbook. Asks first, unless `consent` is given: before a scope's copy is replaced with all of the
   * person's data (`widen`), and before loading more than the CRM allows or a workbook holds (`load`).
   */
  refresh(consent?: "widen" | "load"): Promise<void>;
  stop(): void;
  /** Tells where the number of the selected cell comes from. */
  explain(): Promise<void>;
  /** Writes every row behind the number explained into a new sheet. */
  writeDetail(): Promise<void>;
  /** Selects a cell given as `Objectifs!D7`. */
  showCell(place: string): Promise<void>;
  /** Builds the dashboards again and shows the first. */
  showDashboards(): Promise<void>;
  /** Keeps a person's edits in the dashboards, or overwrites them. */
  settleEdits(choice: Exclude<OnEdits, "ask">): Promise<void>;
}

export function createEffects(store: PaneStore, services: PaneServices): Effects {
  const { gateway, workbook, userName } = services;
  const estimates = createLoadEstimates(services);
  let underWay: AbortController | undefined;

  /** Runs one attempt; an error it throws becomes the failure the person sees. */
  const attempt = async (name: Attempt, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof FailureError)) services.onFault(thrown);
      const reason: Failure = thrown instanceof FailureError ? thrown.failure : failure("internal");
      store.dispatch({ type: "failed", failure: reason, attempt: name });
    }
  };

  async function* watched(frames: AsyncIterable<RefreshFrame>): AsyncGenerator<RefreshFrame> {
    for await (const frame of frames) {
      store.dispatch({ type: "frame", frame });
      yield frame;
    }
  }

  const askSources = async (): Promise<void> => {
    const sources = await gateway.sources();
    if (sources.ok) store.dispatch({ type: "sources-known", sources: sources.value });
    else store.dispatch({ type: "gateway-lost" });
  };

  const estimate = async (): Promise<void> => {
    const { session } = store.getState();
    if (session) store.dispatch({ type: "estimated", session, estimate: await estimates.of(session) });
  };

  /** True when a full refresh is too large to start without a question. */
  const isHuge = async (): Promise<boolean> => {
    store.dispatch({ type: "estimating" });
    await estimate();
    const known = store.getState().estimate;
    return known !== undefined && isHugeLoad(known);
  };

  const build = async (request: BuildRequest): Promise<void> => {
    store.dispatch({ type: "built", edited: orThrow(await workbook.buildDashboards(request)) });
  };

  /** The questions of this connection, by file. */
  const asked = new Map<string, FileToMap>();

  const ask = async (files: readonly FileToMap[]): Promise<void> => {
    for (const file of files) asked.set(file.file, file);
    const found = await services.mappings.read();
    store.dispatch({ type: "files-to-map", files, ...(found.ok && { mappings: found.value }) });
  };

  /** Without the memory the same questions come again: nothing is lost that the person has to hear of. */
  const keepMapping = async (mapping: ColumnMapping): Promise<void> => {
    const kept = await services.mappings.keep(toRemember([...asked.values()], mapping));
    if (!kept.ok) services.onFault(kept.failure);
  };

  return {
    start: () => {
      store.dispatch({ type: "starting" });
      return attempt("start", async () => {
        const [opened] = await Promise.all([workbook.open(), askSources()]);
        store.dispatch({ type: "workbook-opened", provenance: opened.ok ? opened.value : undefined });
        orThrow(opened);
        store.dispatch({ type: "started" });
      });
    },
    connect: (source, values, mapping) => {
      store.dispatch({ type: "connecting" });
      return attempt("connect", async () => {
        const answer = await gateway.connect(source, values, mapping);
        if (!mapping) asked.clear();
        if (answer.ok) {
          store.dispatch({ type: "connected", session: answer.value });
          if (mapping) await keepMapping(mapping);
        } else if (answer.files?.length) await ask(answer.files);
        else throw new FailureError(answer.failure);
      });
    },
    ...createSignInEffects(store, services, attempt),
    disconnect: async () => {
      const { session } = store.getState();
      store.dispatch({ type: "disconnected" });
      if (session) await gateway.disconnect(session).catch(services.onFault);
    },
    estimate,
    refresh: async (consent) => {
      const { session, activity, provenance: before } = store.getState();
      if (!session || activity !== "idle") return;
      if (before?.circulated?.scope !== undefined && consent === undefined) {
        store.dispatch({ type: "widening-asked" });
        return;
      }
      if (consent !== "load" && readsEverything(store.getState()) && (await isHuge())) {
        store.dispatch({ type: "load-asked" });
        return;
      }
      estimates.forget(session);
      underWay = new AbortController();
      const { signal } = underWay;
      store.dispatch({ type: "refresh-started", at: services.now() });
      await attempt("refresh", async () => {
        const source: FrameSource = (since) => watched(gateway.refresh(session, signal, since));
        const user = session.user || userName.read();
        let outcome: RefreshOutcome | undefined;
        const onOutcome = (told: RefreshOutcome) => {
          outcome = told;
        };
        const provenance = orThrow(await workbook.refresh(source, { user, signal, onOutcome }));
        store.dispatch({ type: "refreshed", provenance, at: services.now(), ...(outcome && { outcome }) });
      });
      if (store.getState().activity === "building") {
        // After the first refresh a person stands before the answer, not before an empty sheet.
        await attempt("build", () => build({ show: before === undefined }));
      }
    },
    stop: () => {
      store.dispatch({ type: "stopping" });
      underWay?.abort();
    },
    explain: () =>
      attempt("explain", async () => {
        store.dispatch({ type: "explained", cell: orThrow(await workbook.explain()) });
      }),
    writeDetail: async () => {
      const { explained } = store.getState();
      const found = explained?.found;
      if (found) await attempt("detail", async () => orThrow(await workbook.writeDetail(found)));
    },
    showCell: (place) =>
      attempt("show", async () => {
        orThrow(await workbook.showCell(place));
      }),
    showDashboards: () => attempt("build", () => build({ show: true })),
    settleEdits: (onEdits) => attempt("build", () => build({ show: false, onEdits })),
  };
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
