import {
  Badge,
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../../sales/failure";
import type { Finding } from "../../../workbook";
import { usePane, useTexts } from "../../context";
import type { Diagnosis, DiagnosisId } from "../../diagnosis";
import { DiagnosisReport } from "./DiagnosisReport";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none", width: "100%" },
  item: { padding: "4px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  found: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** Number of probes: known before their chunk is loaded, held true by a test. */
export const PROBE_COUNT = 20;

const BADGES = { expected: "success", other: "warning", told: "informative" } as const;

/** Tries what Vigie assumes of this Excel, and gives a text to send back. Absent in another spreadsheet. */
export function Diagnostic() {
  const styles = useStyles();
  const { t } = useTranslation("settings");
  const { sentence } = useTexts();
  const { diagnosis } = usePane().services;
  const [findings, setFindings] = useState<readonly Finding<DiagnosisId>[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [result, setResult] = useState<Diagnosis>();
  const [failure, setFailure] = useState<Failure>();
  if (!diagnosis) return null;
  const run = async () => {
    setRunning(true);
    setFindings([]);
    setResult(undefined);
    setFailure(undefined);
    const done = await diagnosis((finding) => setFindings((known) => [...known, finding]));
    setRunning(false);
    if (done.ok) setResult(done.value);
    else setFailure(done.failure);
  };
  const others = findings.filter(({ verdict }) => verdict === "other").length;
  return (
    <section className={styles.group} aria-labelledby="diagnostic">
      <h3 id="diagnostic" className={styles.heading}>
        {t("diagnostic")}
      </h3>
      <Text size={200} className={styles.quiet}>
        {t("diagnosticHint")}
      </Text>
      <Button disabledFocusable={isRunning} onClick={() => !isRunning && void run()}>
        {t("diagnose")}
      </Button>
      <div role="status">
        {isRunning && (
          <Spinner size="tiny" label={t("diagnosing", { done: findings.length + 1, all: PROBE_COUNT })} />
        )}
        {result && <Text>{others > 0 ? t("diagnosed", { count: others }) : t("diagnosedWell")}</Text>}
      </div>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{sentence(failure)}</MessageBarBody>
        </MessageBar>
      )}
      {findings.length > 0 && (
        <ul className={styles.list} aria-labelledby="diagnostic">
          {findings.map(({ id, verdict, found }) => (
            <li key={id} className={styles.item}>
              {t(`probe_${id}`)}{" "}
              <Badge appearance="outline" color={BADGES[verdict]}>
                {t(`verdict_${verdict}`)}
              </Badge>
              <Text size={200} className={styles.found}>
                {found}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {result && <DiagnosisReport text={result.text} />}
    </section>
  );
}
