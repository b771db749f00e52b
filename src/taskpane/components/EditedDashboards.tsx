import { makeStyles } from "@fluentui/react-components";
import { usePaneState, useTexts } from "../context";
import { ActionButton } from "./ActionButton";
import { Attention } from "./Attention";
import { CellList } from "./CellList";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", paddingBottom: "8px" },
});

/** Dashboards that a person edited and that have to be written again: shows the edits and asks whether to keep them. */
export function EditedDashboards() {
  const styles = useStyles();
  const { editedDashboards } = usePaneState();
  const { t, formats } = useTexts();
  const count = editedDashboards.reduce((sum, edited) => sum + edited.count, 0);
  const cells = editedDashboards.flatMap(({ sheet, cells }) =>
    cells.map(({ address, content }) => ({
      address: `${sheet}!${address}`,
      text: content || t("edits.emptied"),
    })),
  );
  return (
    <Attention
      isShown={editedDashboards.length > 0}
      count={t("edits.count", { cells: formats.count(count) })}
      hint={t("edits.hint")}
    >
      <div className={styles.actions}>
        <ActionButton action="keepEdits" size="small" />
        <ActionButton action="overwriteEdits" size="small" />
      </div>
      <CellList
        label={t("edits.list")}
        cells={cells}
        further={count - cells.length}
        more={(others) => t("edits.more", { cells: others })}
      />
    </Attention>
  );
}
