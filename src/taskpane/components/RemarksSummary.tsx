import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { deservesLook } from "../../sales/note";
import { usePane, usePaneState, useTexts } from "../context";

/** Says how much the last refresh told about its data, and opens the page that lists it; nothing where it told nothing. */
export function RemarksSummary() {
  const { store } = usePane();
  const { provenance, activity, page, explained } = usePaneState();
  const { t } = useTexts();
  const { notes = [], setAside = [], leftOut = 0 } = provenance?.remarks ?? {};
  const count = notes.length + setAside.length + leftOut;
  if (count === 0 || activity !== "idle" || page !== "home" || explained) return null;
  const looks = notes.filter(deservesLook).length + setAside.length;
  const remarks = t("data.remarks", { count });
  return (
    <MessageBar intent={looks > 0 ? "warning" : "info"} layout="multiline">
      <MessageBarBody>{looks > 0 ? t("data.remarksLook", { remarks, looks }) : remarks}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => store.dispatch({ type: "page-opened", page: "remarks" })}>
          {t("data.showRemarks")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
