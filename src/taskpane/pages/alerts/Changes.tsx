import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import {
  type AlertHistory,
  lastMonday,
  sinceLastMonday,
  sinceLastRefresh,
  subjectKey,
  type TierChange,
} from "../../../kpi";
import { useWording } from "./useAlerts";
import { periodName, subjectName, tierWord, type Wording } from "./words";

const SHOWN_FIRST = 5;

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "4px" },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: "16px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { overflowWrap: "anywhere", paddingBlock: "2px" },
});

/** The changes of tiers by the last refresh, and those since last Monday. */
export function Changes({ history }: { readonly history: AlertHistory }) {
  const styles = useStyles();
  const { t, formats } = useWording();
  const monday = formats.day(lastMonday(history.dataDate));
  return (
    <div className={styles.group}>
      <Text as="h3" block weight="semibold" className={styles.heading}>
        {t("changes.heading")}
      </Text>
      <ChangeList heading={t("changes.refresh")} changes={sinceLastRefresh(history)} />
      <ChangeList heading={t("changes.monday", { date: monday })} changes={sinceLastMonday(history)} />
    </div>
  );
}

function ChangeList({
  heading,
  changes,
}: {
  readonly heading: string;
  readonly changes: readonly TierChange[];
}) {
  const styles = useStyles();
  const wording = useWording();
  const { t, formats } = wording;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <>
      <Text as="h4" block size={200} weight="semibold" className={styles.heading}>
        {heading}
      </Text>
      {changes.length === 0 && (
        <Text size={200} className={styles.quiet}>
          {t("changes.none")}
        </Text>
      )}
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={heading}>
          {shown.map((change) => (
            <li key={subjectKey(change)} className={styles.line}>
              <Text size={200}>{changeLine(change, wording)}</Text>
            </li>
          ))}
        </ul>
      )}
      {shown.length < changes.length && (
        <Button size="small" appearance="subtle" onClick={() => setIsWhole(true)}>
          {t("changes.all", { number: formats.count(changes.length) })}
        </Button>
      )}
    </>
  );
}

/** `Chiffre d'affaires · Nord · 2026-11 : ● Équilibre → ◆ Alerte` */
function changeLine(change: TierChange, wording: Wording): string {
  const { t, language } = wording;
  const tier = (value: TierChange["from"]) =>
    value === null ? t("changes.notWatched") : tierWord(value, language);
  const subject = [subjectName(change, language), change.member || t("total"), periodName(change, wording)];
  return t("message.figures", {
    name: subject.join(" · "),
    figure: t("changes.line", { from: tier(change.from), to: tier(change.to) }),
  });
}
