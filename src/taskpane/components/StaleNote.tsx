import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { MILLISECONDS_A_DAY } from "../../sales/calendar";
import { usePane, usePaneState, useTexts } from "../context";

/** Says so when the figures are older than a day, in whole days. */
export function StaleNote() {
  const { now } = usePane().services;
  const { provenance, activity } = usePaneState();
  const { t } = useTexts();
  if (!provenance || activity !== "idle") return null;
  const days = Math.floor((now() - Date.parse(provenance.refreshedAt)) / MILLISECONDS_A_DAY);
  if (!(days >= 1)) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t("data.stale", { count: days })}</MessageBarBody>
    </MessageBar>
  );
}
