import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import type { Screen } from "../state";

const HEADING_ID = "screen-heading";

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
  return (
    <section className={styles.screen} aria-labelledby={HEADING_ID}>
      <h2 id={HEADING_ID} tabIndex={-1} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

/**
 * Moves the focus to each new screen's heading: a screen reader announces it, and Tab goes on from there. The first
 * screen keeps off, or opening the pane would take the focus from the sheet.
 */
export function useFocusAfterStep(screen: Screen): void {
  const wasShown = useRef(false);
  useEffect(() => {
    if (screen === "starting") return;
    if (wasShown.current) document.getElementById(HEADING_ID)?.focus();
    wasShown.current = true;
  }, [screen]);
}
