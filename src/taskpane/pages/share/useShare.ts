import { useEffect, useState, useSyncExternalStore } from "react";
import type { Failure, Result } from "../../../sales/failure";
import { planCopies } from "../../../sharing";
import { type Pane, usePane } from "../../context";
import { tidyName } from "../../userName";
import { readMembers, readOriginal } from "./original";
import { type Members, type ShareRequest, scopesOf } from "./request";
import { type RunState, ShareRun } from "./run";

/** The run of each pane; it stays while its page is closed. */
const runs = new WeakMap<Pane, ShareRun>();

function runOf(pane: Pane): ShareRun {
  const known = runs.get(pane);
  if (known) return known;
  const made = new ShareRun(pane.services.onFault);
  runs.set(pane, made);
  return made;
}

export interface Share {
  readonly state: RunState;
  /** The reason why the copies could not be started. */
  readonly failure: Failure | undefined;
  readonly start: (request: ShareRequest) => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** The copies under way, and the commands on them. */
export function useShare(): Share {
  const pane = usePane();
  const run = runOf(pane);
  const [refused, setRefused] = useState<Failure>();
  const { language, now, userName } = pane.services;
  const start = async (request: ShareRequest): Promise<void> => {
    const read = await readOriginal(pane.services);
    const planned = read.ok ? planCopies(read.value.original.data, scopesOf(request), language) : read;
    setRefused(planned.ok ? undefined : planned.failure);
    if (!read.ok || !planned.ok) return;
    const by = tidyName(request.by);
    userName.write(by);
    const circulation = { ...(by && { by }), on: new Date(now()).toISOString() };
    await run.start(read.value.original, planned.value, {
      ...read.value.shown,
      kind: request.kind,
      language,
      circulation,
    });
  };
  const state = useSyncExternalStore(run.subscribe, run.getState);
  return { state, failure: refused, start, stop: run.stop, clear: run.clear };
}

/** The members that a copy can be made for; undefined until known. */
export function useMembers(): Result<Members> | undefined {
  const { copies, onFault } = usePane().services;
  const [members, setMembers] = useState<Result<Members>>();
  useEffect(() => {
    let isGone = false;
    readMembers(copies).then((read) => {
      if (!isGone) setMembers(read);
    }, onFault);
    return () => {
      isGone = true;
    };
  }, [copies, onFault]);
  return members;
}
