import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { wayOut } from "../actions";
import { usePane, usePaneState, useTexts } from "../context";
import { DismissButton } from "./DismissButton";

/** The failure in one sentence, its remedy beside it. Screen readers read it out at once. */
export function FailureBar() {
  const { store, actions } = usePane();
  const state = usePaneState();
  const { t, sentence } = useTexts();
  if (!state.failure) return null;
  const { failure } = state.failure;
  const way = wayOut(state, actions);
  // A person who pressed Stop did not meet an error.
  const intent = failure.code === "stopped" ? "info" : "error";
  return (
    <MessageBar intent={intent} layout="multiline" politeness="assertive">
      <MessageBarBody>{sentence(failure)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <DismissButton
            label={t("actions.dismiss")}
            appearance="transparent"
            onClick={() => store.dispatch({ type: "failure-dismissed" })}
          />
        }
      >
        {way && (
          <Button size="small" onClick={() => void way.run()}>
            {t(way.id === "changeSource" ? "actions.changeSource" : "actions.tryAgain")}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
