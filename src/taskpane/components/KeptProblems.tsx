import { type CellProblem, type KeptTable, SETTINGS, TARGETS } from "../../kept";
import { usePane, usePaneState, useTexts } from "../context";
import { keptReason } from "../keptReason";
import { CellProblems } from "./CellProblems";

/** The unreadable rows of the targets' and the settings' sheets, each under its sheet's name. */
export function KeptProblems() {
  const { keptProblems } = usePaneState();
  return (
    <>
      <TableProblems table={TARGETS} problems={keptProblems.targets} />
      <TableProblems table={SETTINGS} problems={keptProblems.settings} />
    </>
  );
}

interface TableProblemsProps<V extends object, Row> {
  readonly table: KeptTable<V, Row>;
  readonly problems: readonly CellProblem[];
}

function TableProblems<V extends object, Row>({ table, problems }: TableProblemsProps<V, Row>) {
  const { effects } = usePane();
  const { activity } = usePaneState();
  const { t, text, formats, language } = useTexts();
  const sheet = text(table.title);
  return (
    <CellProblems
      problems={problems}
      isShown={activity !== "starting"}
      words={{
        count: t("keptTables.count", { sheet, rows: formats.count(problems.length) }),
        hint: t("keptTables.hint"),
        list: t("keptTables.list", { sheet }),
        more: (rows) => t("keptTables.more", { rows: formats.count(rows) }),
      }}
      reasonOf={(cause) => keptReason(table, cause, language)}
      onShow={(address) => void effects.showCell(address)}
    />
  );
}
