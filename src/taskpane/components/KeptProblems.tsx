import { type CellProblem, type KeptTable, SETTINGS, TARGETS } from "../../kept";
import { usePaneState, useTexts } from "../context";
import { keptReason } from "../keptReason";
import { Attention } from "./Attention";
import { CellList } from "./CellList";

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
  const { activity } = usePaneState();
  const { t, text, formats, language } = useTexts();
  const sheet = text(table.title);
  return (
    <Attention
      isShown={problems.length > 0 && activity !== "starting"}
      count={t("keptTables.count", { sheet, rows: formats.count(problems.length) })}
      hint={t("keptTables.hint")}
    >
      <CellList
        label={t("keptTables.list", { sheet })}
        cells={problems.map(({ address, cause }) => ({ address, text: keptReason(table, cause, language) }))}
        more={(rows) => t("keptTables.more", { rows })}
      />
    </Attention>
  );
}
