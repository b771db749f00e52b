import { makeStyles, tokens } from "@fluentui/react-components";
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from "react";
import type { Screen } from "../state";

const HEADING_ID = "screen-heading";

/** True while the focus waits for the heading of a screen that is still being fetched. */
const AwaitedHeading = createContext<RefObject<boolean>>({ current: false });
export const AwaitedHeadingProvider = AwaitedHeading.Provider;

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", gap: "16px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    outlineStyle: "none",
  },
});

/** A screen under its heading. */
export function ScreenFrame({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const isAwaited = useContext(AwaitedHeading);
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAwaited.current) element.current?.focus();
    isAwaited.current = false;
  }, [isAwaited]);
  return (
    <section className={styles.screen} aria-labelledby={HEADING_ID}>
      <h2 ref={element} id={HEADING_ID} tabIndex={-1} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

/**
 * Moves the focus to each new screen's heading: a screen reader announces it, and Tab goes on from there. The first
 * screen keeps off, or opening the pane would take the focus from the sheet. Returns whether a heading is awaited.
 */
export function useFocusAfterStep(screen: Screen): RefObject<boolean> {
  const wasShown = useRef(false);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (screen === "starting") return;
    const heading = document.getElementById(HEADING_ID);
    isAwaited.current = wasShown.current && !heading;
    if (wasShown.current) heading?.focus();
    wasShown.current = true;
  }, [screen]);
  return isAwaited;
}
