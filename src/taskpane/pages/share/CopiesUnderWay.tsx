import { Button, makeStyles, ProgressBar, Text } from "@fluentui/react-components";
import { StopRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { RunState } from "./run";

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "8px" },
  label: { overflowWrap: "anywhere" },
  stop: { alignSelf: "flex-start" },
});

interface CopiesUnderWayProps {
  readonly state: RunState;
  readonly onStop: () => void;
}

/** "Copie 3 sur 7 : Nord", and the way to stop. */
export function CopiesUnderWay({ state, onStop }: CopiesUnderWayProps) {
  const styles = useStyles();
  const { t } = useTranslation("share");
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);
  const { planned, outcomes, isStopping } = state;
  const total = planned.length;
  const number = Math.min(total, outcomes.length + 1);
  const label = planned[number - 1]?.label ?? "";
  return (
    <div className={styles.step}>
      <Text role="status" weight="semibold" className={styles.label}>
        {isStopping ? t("stopping") : t("progress", { number, total, label })}
      </Text>
      <ProgressBar thickness="large" value={outcomes.length / total} aria-label={t("heading")} />
      <Button
        ref={stop}
        className={styles.stop}
        icon={<StopRegular />}
        disabledFocusable={isStopping}
        onClick={onStop}
      >
        {t("stop")}
      </Button>
    </div>
  );
}
