import { MessageBar, MessageBarBody, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { openAlerts, pauseOf, TIERS, type Tier } from "../../../kpi";
import { ScreenFrame } from "../../components/ScreenFrame";
import { useTexts } from "../../context";
import { ActionPlan } from "./ActionPlan";
import { AlertGroup } from "./AlertGroup";
import { Changes } from "./Changes";
import { useAlertCommands, useKept, useReading, useWording } from "./useAlerts";
import { tierWord } from "./words";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Tiers that are alerts, the most urgent first. */
const ALERT_TIERS: readonly Tier[] = [...TIERS].reverse().filter((tier) => tier !== "equilibre");

/** The page "Alertes": open alerts by tier, paused ones, changes, and the action plan. */
export function AlertsPage() {
  const styles = useStyles();
  const { sentence } = useTexts();
  const { t, formats, language } = useWording();
  const commands = useAlertCommands();
  useReading(commands);
  const kept = useKept();
  const history = kept?.book.history;
  if (!kept || !history)
    return (
      <ScreenFrame heading={t("heading")}>
        {commands.failure ? <Refused text={sentence(commands.failure)} /> : <Spinner label={t("reading")} />}
      </ScreenFrame>
    );
  const { attention } = kept.book;
  const open = openAlerts(history);
  const isPaused = (alert: (typeof open)[number]) =>
    pauseOf(attention, alert, history.dataDate) !== undefined;
  const active = open.filter((alert) => !isPaused(alert));
  const paused = open.filter(isPaused);
  return (
    <ScreenFrame heading={t("heading")}>
      <Text size={200} className={styles.quiet}>
        {t("asOf", { date: formats.day(history.dataDate) })}
      </Text>
      {commands.failure && <Refused text={sentence(commands.failure)} />}
      {open.length === 0 && <Text>{t(history.standings.length === 0 ? "noTargets" : "none")}</Text>}
      {ALERT_TIERS.map((tier) => (
        <AlertGroup
          key={tier}
          heading={(number) => t("tierCount", { tier: tierWord(tier, language), number })}
          alerts={active.filter((alert) => alert.tier === tier)}
          kept={kept}
          history={history}
          commands={commands}
        />
      ))}
      <AlertGroup
        heading={(number) => t("pausedHeading", { number })}
        alerts={paused}
        kept={kept}
        history={history}
        commands={commands}
      />
      <Changes history={history} />
      <ActionPlan kept={kept} dataDate={history.dataDate} commands={commands} />
    </ScreenFrame>
  );
}

const Refused = ({ text }: { readonly text: string }) => (
  <MessageBar intent="error" layout="multiline" politeness="assertive">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);
