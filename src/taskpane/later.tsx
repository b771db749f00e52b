import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { failure } from "../sales/failure";
import { useTexts } from "./context";

/** A part of the pane that is fetched when it is first shown; where it cannot be, it says so in its place. */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(() =>
    load().then(
      (loaded) => ({ default: loaded }),
      () => ({ default: Unreachable }),
    ),
  );

function Unreachable() {
  const { sentence } = useTexts();
  return (
    <MessageBar intent="error">
      <MessageBarBody>{sentence(failure("gateway-unreachable"))}</MessageBarBody>
    </MessageBar>
  );
}
