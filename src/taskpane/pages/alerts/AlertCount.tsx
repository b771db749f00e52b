import { CounterBadge } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { openAlerts, pauseOf, seenBy } from "../../../kpi";
import { usePane } from "../../context";

/** Number of alerts that nobody has seen or paused, on the page's tab. */
export function AlertCount() {
  const { alerts } = usePane().services;
  const book = useSyncExternalStore(alerts.subscribe, alerts.now)?.book;
  const history = book?.history;
  if (!history) return null;
  const waiting = openAlerts(history).filter(
    (alert) => !seenBy(book.attention, alert) && !pauseOf(book.attention, alert, history.dataDate),
  );
  return waiting.length === 0 ? null : <CounterBadge size="small" color="danger" count={waiting.length} />;
}
