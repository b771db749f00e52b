import { Card, Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import {
  ACTION_STATE_LABELS,
  ACTION_STATES,
  type ActionItem,
  type ActionState,
  isOverdue,
  TIER_FACES,
} from "../../../kpi";
import { type EpochDay, formatIsoDay, parseIsoDay } from "../../../sales/calendar";
import { usePane } from "../../context";
import { type AlertCommands, useWording } from "./useAlerts";

const useStyles = makeStyles({
  head: { overflowWrap: "anywhere" },
  fields: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  wide: { gridColumn: "1 / -1" },
  field: { minWidth: 0 },
  overdue: {
    alignSelf: "flex-start",
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusMedium,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface ActionEditorProps {
  readonly action: ActionItem;
  readonly dataDate: EpochDay;
  readonly commands: AlertCommands;
}

/** One open action; a change here is written into its row of the sheet. */
export function ActionEditor({ action, dataDate, commands: { run } }: ActionEditorProps) {
  const styles = useStyles();
  const { alerts } = usePane().services;
  const { t, language } = useWording();
  const [owner, setOwner] = useState(action.owner);
  const update = (changed: Partial<ActionItem>) =>
    void run(() => alerts.keep({ update: { id: action.id, changed } }));
  const named = (field: string) => t("plan.of", { field, id: action.id });
  const { fill, ink } = TIER_FACES.alerte;
  return (
    <Card size="small" appearance="filled-alternative">
      <Text weight="semibold" className={styles.head}>
        {action.id} · {action.decision || action.alert}
      </Text>
      {action.decision !== "" && (
        <Text size={200} className={styles.head}>
          {action.alert}
        </Text>
      )}
      {isOverdue(action, dataDate) && (
        <Text size={200} className={styles.overdue} style={{ backgroundColor: fill, color: ink }}>
          {t("plan.overdue")}
        </Text>
      )}
      <div className={styles.fields}>
        <Field label={t("plan.due")} className={styles.field}>
          <Input
            type="date"
            size="small"
            aria-label={named(t("plan.due"))}
            defaultValue={action.due === null ? "" : formatIsoDay(action.due)}
            onBlur={({ target: { value } }) => {
              const due = parseIsoDay(value) ?? null;
              if (due !== action.due) update({ due });
            }}
          />
        </Field>
        <Field label={t("plan.state")} className={styles.field}>
          <Select
            size="small"
            aria-label={named(t("plan.state"))}
            value={action.state}
            onChange={(_, { value }) => update({ state: value as ActionState })}
          >
            {ACTION_STATES.map((state) => (
              <option key={state} value={state}>
                {ACTION_STATE_LABELS[state][language]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("plan.owner")} className={styles.wide}>
          <Input
            size="small"
            aria-label={named(t("plan.owner"))}
            value={owner}
            onChange={(_, { value }) => setOwner(value)}
            onBlur={() => {
              if (owner.trim() !== action.owner) update({ owner: owner.trim() });
            }}
          />
        </Field>
      </div>
    </Card>
  );
}
