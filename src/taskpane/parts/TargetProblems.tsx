import { usePaneState, useTexts } from "../context";
import { targetReason } from "../targetReason";
import { Attention } from "./Attention";
import { CellList } from "./CellList";

/** Rows of the targets' sheet that are none: how many, and on demand each cell with what is wrong about it. */
export function TargetProblems() {
  const { targetProblems, activity } = usePaneState();
  const { t, formats, language } = useTexts();
  return (
    <Attention
      isShown={targetProblems.length > 0 && activity !== "starting"}
      count={t("targets.count", { rows: formats.count(targetProblems.length) })}
      hint={t("targets.hint")}
    >
      <CellList
        label={t("targets.list")}
        cells={targetProblems.map(({ address, cause }) => ({ address, text: targetReason(cause, language) }))}
        more={(rows) => t("targets.more", { rows })}
      />
    </Attention>
  );
}
