import { Text } from "@fluentui/react-components";
import { usePane, usePaneState, useTexts } from "../context";

/** Shows that the session or the automatic refreshes use the team account instead of one's own. */
export function TeamAccount() {
  const { automatic } = usePane();
  const { session } = usePaneState();
  const { t } = useTexts();
  const { onOpen, at } = automatic.preferences();
  const isScheduled = (onOpen || at !== undefined) && automatic.usesTeam();
  return (
    <>
      {session?.account === "team" && (
        <Text weight="semibold">{t("connect.team", { user: session.user })}</Text>
      )}
      {isScheduled && <Text>{t("connect.teamScheduled")}</Text>}
    </>
  );
}
