import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { Panel } from "./Panel";

const useStyles = makeStyles({
  card: { backgroundColor: tokens.colorStatusWarningBackground1 },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

/** One of the two answers. */
interface Answer {
  readonly label: string;
  readonly run: () => void;
}

interface QuestionProps {
  readonly heading: string;
  readonly text: string;
  /** The answer that changes nothing: first, and focused. */
  readonly keep: Answer;
  readonly go: Answer;
}

/** Asks before something that is hard to take back; once answered, the focus is where it was. */
export function Question({ heading, text, keep, go }: QuestionProps) {
  const styles = useStyles();
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <Panel
      className={styles.card}
      role="alertdialog"
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-text`}
    >
      <Text id={`${id}-heading`} weight="semibold">
        {heading}
      </Text>
      <Text id={`${id}-text`}>{text}</Text>
      <div className={styles.actions}>
        <Button ref={first} appearance="primary" onClick={keep.run}>
          {keep.label}
        </Button>
        <Button onClick={go.run}>{go.label}</Button>
      </div>
    </Panel>
  );
}
