import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import { usePane, useTexts } from "../context";
import type { Source } from "../gatewayClient";
import type { SignInWay } from "../signInWays";

interface SignInNoteProps {
  readonly source: Source;
  readonly way: SignInWay;
  readonly isDisabled: boolean;
}

/** Explains a way to sign in before one takes it: where the password goes, what was allowed earlier, what lacks. */
export function SignInNote({ source, way, isDisabled }: SignInNoteProps) {
  const { effects } = usePane();
  const { t, text } = useTexts();
  const named = { source: text(source.label) };
  if (way === "team")
    return (
      <>
        <Text>{t("connect.teamHint")}</Text>
        <Text>
          {t(source.teamAccount?.isRemembered ? "connect.teamRemembered" : "connect.teamRemembers")}
        </Text>
        {source.teamAccount?.isRemembered && (
          <Button
            appearance="subtle"
            disabledFocusable={isDisabled}
            onClick={() => void effects.forgetTeam(source)}
          >
            {t("connect.forgetTeam")}
          </Button>
        )}
      </>
    );
  if (way !== "signIn" || !source.signIn) return null;
  const { isRegistered, remembered, registration } = source.signIn;
  if (!isRegistered)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t("connect.unregistered", named)}</MessageBarTitle>
          {text(registration)}
        </MessageBarBody>
      </MessageBar>
    );
  if (!remembered) return <Text>{t("connect.signInHint", named)}</Text>;
  return (
    <>
      <Text>{t("connect.remembered", named)}</Text>
      <Button
        appearance="subtle"
        disabledFocusable={isDisabled}
        onClick={() => void effects.forgetSignIn(source)}
      >
        {t("connect.forget")}
      </Button>
    </>
  );
}
