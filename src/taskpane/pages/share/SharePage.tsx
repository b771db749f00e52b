import { MessageBar, MessageBarBody, Spinner, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../../components/ScreenFrame";
import { useTexts } from "../../context";
import { CopiesMade } from "./CopiesMade";
import { CopiesUnderWay } from "./CopiesUnderWay";
import { ShareForm } from "./ShareForm";
import { useMembers, useShare } from "./useShare";

/** "Diffuser": who gets what, the copies as they are made, and then each to be opened or saved. */
export function SharePage() {
  const { t } = useTranslation("share");
  const { sentence } = useTexts();
  const share = useShare();
  const members = useMembers();
  const { state } = share;
  const refused = share.failure ?? (members && !members.ok ? members.failure : undefined);
  return (
    <ScreenFrame heading={t("heading")}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t("protection")}</MessageBarBody>
      </MessageBar>
      {refused && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{sentence(refused)}</MessageBarBody>
        </MessageBar>
      )}
      {state.planned.length === 0 && (
        <>
          <Text>{t("intro")}</Text>
          {members?.ok ? <ShareForm members={members.value} onMake={share.start} /> : !refused && <Spinner />}
        </>
      )}
      {state.isRunning && <CopiesUnderWay state={state} onStop={share.stop} />}
      {!state.isRunning && state.planned.length > 0 && <CopiesMade state={state} onAgain={share.clear} />}
    </ScreenFrame>
  );
}
