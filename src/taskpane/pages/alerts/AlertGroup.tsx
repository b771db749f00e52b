import { Button, makeStyles, Text } from "@fluentui/react-components";
import { useState } from "react";
import { type AlertHistory, type Standing, subjectKey, tierBefore } from "../../../kpi";
import type { KeptAlerts } from "../../../live";
import { useTexts } from "../../context";
import { AlertCard } from "./AlertCard";
import type { AlertCommands } from "./useAlerts";

/** Enough for half a minute; the rest is one press away. */
const SHOWN_FIRST = 10;

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "8px" },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  heading: { margin: 0 },
});

interface AlertGroupProps {
  readonly heading: (number: string) => string;
  readonly alerts: readonly Standing[];
  readonly kept: KeptAlerts;
  readonly history: AlertHistory;
  readonly commands: AlertCommands;
}

/** Alerts of one tier under their heading, the most urgent first; nothing without alerts. */
export function AlertGroup({ heading, alerts, kept, history, commands }: AlertGroupProps) {
  const styles = useStyles();
  const { t, formats } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  if (alerts.length === 0) return null;
  const shown = isWhole ? alerts : alerts.slice(0, SHOWN_FIRST);
  const title = heading(formats.count(alerts.length));
  return (
    <div className={styles.group}>
      <Text as="h3" block weight="semibold" className={styles.heading}>
        {title}
      </Text>
      <ul className={styles.list} aria-label={title}>
        {shown.map((alert) => (
          <li key={subjectKey(alert)}>
            <AlertCard
              alert={alert}
              before={tierBefore(history, alert)}
              kept={kept}
              dataDate={history.dataDate}
              commands={commands}
            />
          </li>
        ))}
      </ul>
      {shown.length < alerts.length && (
        <Button appearance="subtle" onClick={() => setIsWhole(true)}>
          {t("keptTables.more", { rows: formats.count(alerts.length - shown.length) })}
        </Button>
      )}
    </div>
  );
}
