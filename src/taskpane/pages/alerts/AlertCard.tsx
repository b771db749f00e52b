import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { pauseOf, type Standing, seenBy, TIER_FACES, type Tier } from "../../../kpi";
import type { KeptAlerts } from "../../../live";
import type { EpochDay } from "../../../sales/calendar";
import { usePane } from "../../context";
import { AlertButtons } from "./AlertButtons";
import { MessageDraft } from "./MessageDraft";
import { type AlertCommands, useWording } from "./useAlerts";
import { figures, periodName, subjectName, tierWord } from "./words";

const useStyles = makeStyles({
  head: { display: "flex", flexDirection: "column", gap: "2px", overflowWrap: "anywhere" },
  // The tiers' own colours, the same in the sheets: dark ink on a light ground in every theme.
  tier: {
    alignSelf: "flex-start",
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusMedium,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "12px", rowGap: "2px", margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
});

interface AlertCardProps {
  readonly alert: Standing;
  /** The tier it was in before; null where it is newly watched. */
  readonly before: Tier | null;
  readonly kept: KeptAlerts;
  readonly dataDate: EpochDay;
  readonly commands: AlertCommands;
}

/** One alert: what and who, from where it came and since when, its figures, its decision, and what can be done. */
export function AlertCard({ alert, before, kept, dataDate, commands }: AlertCardProps) {
  const styles = useStyles();
  const wording = useWording();
  const { t, formats, language } = wording;
  const { alerts } = usePane().services;
  const [isWriting, setIsWriting] = useState(false);
  const writeButton = useRef<HTMLButtonElement>(null);
  const { attention } = kept.book;
  const seen = seenBy(attention, alert);
  const pause = pauseOf(attention, alert, dataDate);
  const entry = alerts.entryOf(alert.kpi);
  const { fill, ink } = TIER_FACES[alert.tier];
  const origin = before ? t("from", { tier: tierWord(before, language) }) : undefined;
  const facts = [
    ...figures(alert, wording),
    [t("decision"), entry?.decisions[alert.tier] || t("noDecision")],
    ...(entry?.user ? [[t("user"), entry.user] as const] : []),
  ] as const;
  return (
    <Card size="small" appearance="filled-alternative">
      <div className={styles.head}>
        <Text size={200} className={styles.tier} style={{ backgroundColor: fill, color: ink }}>
          {tierWord(alert.tier, language)}
        </Text>
        <Text weight="semibold">{subjectName(alert, language)}</Text>
        <Text>
          <bdi>{alert.member || t("total")}</bdi> · {periodName(alert, wording)}
        </Text>
        <Text size={200} className={styles.quiet}>
          {[t("since", { date: formats.day(alert.since) }), origin].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <Fact key={term} term={term} fact={fact} />
        ))}
      </dl>
      {seen && (
        <Text size={200} className={styles.quiet}>
          {t("seenBy", { by: seen.by, moment: formats.moment(seen.at) })}
        </Text>
      )}
      {pause && (
        <Text size={200} className={styles.quiet}>
          {pause.until === "worse" ? t("pausedWorse") : t("pausedUntil", { date: formats.day(pause.until) })}
        </Text>
      )}
      <AlertButtons
        alert={alert}
        isSeen={seen !== undefined}
        isPaused={pause !== undefined}
        dataDate={dataDate}
        commands={commands}
        writeButton={writeButton}
        isWriting={isWriting}
        onWrite={() => setIsWriting((open) => !open)}
      />
      {isWriting && (
        <MessageDraft
          alert={alert}
          recipients={kept.book.recipients}
          dataDate={dataDate}
          commands={commands}
          onClose={() => {
            setIsWriting(false);
            writeButton.current?.focus();
          }}
        />
      )}
    </Card>
  );
}

function Fact({ term, fact }: { readonly term: string; readonly fact: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{fact}</dd>
    </>
  );
}
