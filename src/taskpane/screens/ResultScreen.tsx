import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, WarningFilled } from "@fluentui/react-icons";
import { ActionButton } from "../components/ActionButton";
import { ScreenFrame } from "../components/ScreenFrame";
import { TableReports } from "../components/TableReports";
import { TeamAccount } from "../components/TeamAccount";
import { usePaneState, useTexts } from "../context";
import { type Progress, rejectedOf, rowsOf } from "../progress";

const useStyles = makeStyles({
  line: { display: "flex", gap: "8px", alignItems: "flex-start" },
  good: { flexShrink: 0, fontSize: "20px", color: tokens.colorStatusSuccessForeground1 },
  attention: { flexShrink: 0, fontSize: "20px", color: tokens.colorStatusWarningForeground1 },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The result of a refresh, with its rejected rows and why. */
export function ResultScreen({ progress }: { readonly progress: Progress }) {
  const styles = useStyles();
  const { elapsedMs = 0, outcome } = usePaneState();
  const { t, formats, elapsed, sentence } = useTexts();
  const rejected = rejectedOf(progress);
  const how =
    outcome?.mode === "changes"
      ? t("result.changes", {
          upserted: formats.count(outcome.upserted),
          removed: formats.count(outcome.removed),
          rows: formats.count(rowsOf(progress)),
        })
      : outcome?.fullBecause && sentence(outcome.fullBecause);
  return (
    <ScreenFrame heading={t("result.heading")}>
      <TeamAccount />
      <div className={styles.line}>
        <CheckmarkCircleFilled className={styles.good} />
        <div>
          <Text block>
            {t(outcome?.mode === "changes" ? "result.updated" : "result.summary", {
              rows: formats.count(rowsOf(progress)),
              elapsed: elapsed(elapsedMs),
            })}
          </Text>
          {how && (
            <Text block size={200} className={styles.quiet}>
              {how}
            </Text>
          )}
        </div>
      </div>
      <div className={styles.line}>
        {rejected === 0 ? (
          <CheckmarkCircleFilled className={styles.good} />
        ) : (
          <WarningFilled className={styles.attention} />
        )}
        <div>
          <Text block>
            {rejected === 0
              ? t("result.allTaken")
              : t("result.rejected", { rejected: formats.count(rejected) })}
          </Text>
          {rejected > 0 && (
            <Text block size={200} className={styles.quiet}>
              {t("result.rejectedHint")}
            </Text>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        <ActionButton action="showDashboards" appearance="primary" size="large" />
        <ActionButton action="refresh" />
        <ActionButton action="changeSource" appearance="subtle" />
      </div>
      <TableReports tables={progress.tables} />
    </ScreenFrame>
  );
}
