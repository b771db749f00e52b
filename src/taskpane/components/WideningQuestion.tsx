import { usePane, usePaneState, useTexts } from "../context";
import { Question } from "./Question";

/** Before a copy of a scope is refreshed with everything one may see: what that would do, and the way back first. */
export function WideningQuestion() {
  const { store, effects } = usePane();
  const { asksToWiden, provenance } = usePaneState();
  const { t } = useTexts();
  const scope = provenance?.circulated?.scope;
  if (!asksToWiden || scope === undefined) return null;
  return (
    <Question
      heading={t("widen.heading", { scope })}
      text={t("widen.text")}
      keep={{ label: t("widen.keep"), run: () => store.dispatch({ type: "widening-refused" }) }}
      go={{ label: t("widen.go"), run: () => void effects.refresh("widen") }}
    />
  );
}
