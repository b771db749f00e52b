import { Text } from "@fluentui/react-components";
import { usePane, usePaneState, useTexts } from "../context";

/** Says what is done with the team's account and not with one's own: this session, and refreshes nobody presses. */
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
