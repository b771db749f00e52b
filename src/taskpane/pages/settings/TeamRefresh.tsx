import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { usePane, usePaneState, useTexts } from "../../context";

/** Shows whether the automatic refresh of this workbook uses the team account, and ends that. */
export function TeamRefresh() {
  const { automatic, effects } = usePane();
  const { sources, provenance } = usePaneState();
  const { t } = useTranslation("settings");
  const { text } = useTexts();
  const source = sources.find(({ id }) => id === provenance?.source);
  if (!source || !automatic.usesTeam()) return null;
  const isRemembered = source.teamAccount?.isRemembered === true;
  return (
    <MessageBar intent={isRemembered ? "info" : "warning"} layout="multiline">
      <MessageBarBody>
        {t(isRemembered ? "team" : "teamForgotten", { source: text(source.label) })}
      </MessageBarBody>
      {isRemembered && (
        <MessageBarActions>
          <Button size="small" onClick={() => void effects.forgetTeam(source)}>
            {t("forgetTeam")}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
