import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ActionButton } from "../components/ActionButton";
import { ScreenFrame } from "../components/ScreenFrame";
import { TeamAccount } from "../components/TeamAccount";
import { usePane, usePaneState, useTexts } from "../context";
import { type Progress, position, rowsOf } from "../progress";

const TICK_MILLISECONDS = 500;

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "8px" },
  figures: { display: "flex", justifyContent: "space-between", flexWrap: "wrap", gap: "4px 12px" },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});

/** A refresh under way: table N of M, rows, elapsed, Stop. Only the step is read out, not each figure. */
export function RefreshingScreen({ progress }: { readonly progress: Progress }) {
  const styles = useStyles();
  const { provenance, activity } = usePaneState();
  const { t, formats, elapsed } = useTexts();
  const step = useStep(progress);
  const milliseconds = useElapsed(progress.startedAt);
  return (
    <ScreenFrame heading={t("refreshing.heading")}>
      <TeamAccount />
      <div className={styles.step}>
        <Text role="status" weight="semibold">
          {step}
        </Text>
        <ProgressBar thickness="large" value={shareDone(progress)} aria-label={t("refreshing.heading")} />
        <div className={styles.figures}>
          <Text size={200} className={styles.quiet}>
            {t("refreshing.rows", { rows: formats.count(rowsOf(progress)) })}
          </Text>
          <Text size={200} className={styles.quiet}>
            {t("refreshing.elapsed", { elapsed: elapsed(milliseconds) })}
          </Text>
        </div>
      </div>
      <ActionButton action="stop" />
      {provenance && activity === "refreshing" && (
        <Text size={200} className={styles.quiet}>
          {t("refreshing.safe")}
        </Text>
      )}
    </ScreenFrame>
  );
}

function useStep(progress: Progress): string {
  const { activity, isStopping } = usePaneState();
  const { t, caption } = useTexts();
  const { done, current } = position(progress);
  if (isStopping) return t("refreshing.stopping");
  if (activity === "building") return t("refreshing.building");
  if (progress.isReceived) return t("refreshing.writing");
  if (!current) return t("refreshing.waiting");
  const total = progress.tables.length;
  return t("refreshing.table", { number: done + 1, total, table: caption(current.table) });
}

/** The share of done tables, and of announced rows in the one under way; undefined while nothing is known. */
function shareDone(progress: Progress): number | undefined {
  if (progress.isReceived) return undefined;
  const { done, current } = position(progress);
  const part = current?.expectedRows ? Math.min(1, current.rows / current.expectedRows) : 0;
  return progress.tables.length === 0 ? undefined : (done + part) / progress.tables.length;
}

function useElapsed(startedAt: number): number {
  const { services } = usePane();
  const [now, setNow] = useState(services.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(services.now()), TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [services]);
  return Math.max(0, now - startedAt);
}
