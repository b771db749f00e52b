import { useEffect, useRef, useState } from "react";
import { type Failure, failed, failure, type Result, success } from "../../../sales/failure";
import { type Compared, compareWith } from "../../../sales/reconcile";
import type { TableName } from "../../../sales/schema";
import { usePane, usePaneState } from "../../context";
import type { Progress } from "../../progress";

/** The comparison as far as it has come; `compared` undefined where the source computes no totals. */
export type Comparison =
  | { readonly step: "none" }
  | { readonly step: "asking" }
  | { readonly step: "failed"; readonly failure: Failure }
  | { readonly step: "done"; readonly compared: readonly Compared[] | undefined };

/** Asks the CRM for its own totals and lays them beside the workbook's. Leaving the page takes the question back. */
export function useComparison(): { readonly comparison: Comparison; readonly compare: () => Promise<void> } {
  const { services } = usePane();
  const { session, progress } = usePaneState();
  const [comparison, setComparison] = useState<Comparison>({ step: "none" });
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);

  const ask = async (signal: AbortSignal): Promise<Result<readonly Compared[] | undefined>> => {
    const data = services.inForce()?.data;
    if (!data) return failed("no-data");
    if (!session) return failed("session-expired");
    const told = await services.gateway.reconcile(session, signal);
    if (!told.ok) return told;
    return success(told.value && compareWith(told.value, data, progress && setAsideIn(progress)));
  };

  const compare = async () => {
    asking.current?.abort();
    const begun = new AbortController();
    asking.current = begun;
    setComparison({ step: "asking" });
    const answer = await ask(begun.signal).catch((thrown: unknown) => {
      services.onFault(thrown);
      return { ok: false, failure: failure("internal") } as const;
    });
    if (begun.signal.aborted) return;
    setComparison(
      answer.ok ? { step: "done", compared: answer.value } : { step: "failed", failure: answer.failure },
    );
  };
  return { comparison, compare };
}

const setAsideIn = ({ tables }: Progress): Partial<Record<TableName, number>> =>
  Object.fromEntries(tables.map(({ table, rejectedCount }) => [table, rejectedCount]));
