import { Button, MessageBar, MessageBarActions, MessageBarBody, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { wayOut } from "../actions";
import { usePane, usePaneState, useTexts } from "../context";

/** What went wrong, in one sentence, with the way out beside it. Read out at once by screen readers. */
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
          <Tooltip content={t("actions.dismiss")} relationship="label">
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              onClick={() => store.dispatch({ type: "failure-dismissed" })}
            />
          </Tooltip>
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
