import { Spinner, Text } from "@fluentui/react-components";
import { useEffect } from "react";
import { usePane, usePaneState, useTexts } from "../context";
import type { LoadEstimate } from "../gatewayClient";
import { exceedsCalls, readsEverything } from "../loadSize";
import { Question } from "./Question";

/** The rows and calls of a full refresh, where the source can tell. */
export function LoadSize() {
  const { effects } = usePane();
  const state = usePaneState();
  const { t } = useTexts();
  const { session, estimate, activity } = state;
  const isAsked = session !== undefined && readsEverything(state);
  useEffect(() => {
    if (isAsked) void effects.estimate();
  }, [isAsked, effects]);
  const size = useSize();
  if (activity === "estimating") return <Spinner size="tiny" label={t("load.estimating")} />;
  return isAsked && estimate ? <Text>{t("load.size", size(estimate))}</Text> : null;
}

/** Before more is loaded than the CRM still allows or a workbook holds: how much it is, and the way back first. */
export function LoadQuestion() {
  const { store, effects } = usePane();
  const { asksToLoad, estimate } = usePaneState();
  const { t } = useTexts();
  const size = useSize();
  if (!asksToLoad || !estimate) return null;
  return (
    <Question
      heading={t("load.size", size(estimate))}
      text={t(exceedsCalls(estimate) ? "load.overCalls" : "load.overRows", size(estimate))}
      keep={{ label: t("load.keep"), run: () => store.dispatch({ type: "load-refused" }) }}
      go={{ label: t("load.go"), run: () => void effects.refresh("load") }}
    />
  );
}

/** An estimate's figures as people read them. */
function useSize() {
  const { formats } = useTexts();
  return ({ rows, calls, callsLeft = 0 }: LoadEstimate) => ({
    rows: formats.count(rows),
    calls: formats.count(calls),
    left: formats.count(callsLeft),
  });
}
