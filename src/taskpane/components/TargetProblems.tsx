import { TARGETS } from "../../kept";
import { usePane, usePaneState, useTexts } from "../context";
import { keptReason } from "../keptReason";
import { CellProblems } from "./CellProblems";

/** The unreadable rows of the targets' sheet. */
export function TargetProblems() {
  const { effects } = usePane();
  const { targetProblems, activity } = usePaneState();
  const { t, formats, language } = useTexts();
  return (
    <CellProblems
      problems={targetProblems}
      isShown={activity !== "starting"}
      words={{
        count: t("targets.count", { rows: formats.count(targetProblems.length) }),
        hint: t("targets.hint"),
        list: t("targets.list"),
        more: (rows) => t("targets.more", { rows: formats.count(rows) }),
      }}
      reasonOf={(cause) => keptReason(TARGETS, cause, language)}
      onShow={(address) => void effects.showCell(address)}
    />
  );
}
