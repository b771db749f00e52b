import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { isOpen } from "../../../kpi";
import type { KeptAlerts } from "../../../live";
import type { EpochDay } from "../../../sales/calendar";
import { usePane, useTexts } from "../../context";
import { ActionEditor } from "./ActionEditor";
import { type AlertCommands, useWording } from "./useAlerts";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "8px" },
  heading: { margin: 0 },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  // The blue of links is too pale on a dark message bar.
  link: { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
  problems: { margin: 0, paddingInlineStart: "16px", overflowWrap: "anywhere" },
});

interface ActionPlanProps {
  readonly kept: KeptAlerts;
  readonly dataDate: EpochDay;
  readonly commands: AlertCommands;
}

/** The open actions, earliest due first; each can be changed here or in its sheet. */
export function ActionPlan({ kept, dataDate, commands }: ActionPlanProps) {
  const styles = useStyles();
  const { alerts } = usePane().services;
  const { t } = useWording();
  const open = kept.actions
    .filter(isOpen)
    .sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
  return (
    <div className={styles.group}>
      <Text as="h3" block weight="semibold" className={styles.heading}>
        {t("plan.heading")}
      </Text>
      {kept.problems.length > 0 && <Problems problems={kept.problems} />}
      {open.length === 0 && <Text size={200}>{t("plan.none")}</Text>}
      <ul className={styles.list} aria-label={t("plan.heading")}>
        {open.map((action) => (
          <li key={action.id}>
            <ActionEditor action={action} dataDate={dataDate} commands={commands} />
          </li>
        ))}
      </ul>
      <Button
        icon={<ClipboardTaskListLtrRegular />}
        disabledFocusable={commands.isBusy}
        onClick={() => void commands.run(alerts.showPlan)}
      >
        {t("plan.open")}
      </Button>
    </div>
  );
}

/** Rows of the sheet that are no actions: each cell with what is wrong about it. */
function Problems({ problems }: Pick<KeptAlerts, "problems">) {
  const styles = useStyles();
  const { effects } = usePane();
  const { t, formats } = useWording();
  const { sentence } = useTexts();
  const title = t("plan.problems", { number: formats.count(problems.length) });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Text block weight="semibold">
          {title}
        </Text>
        <Text block size={200}>
          {t("plan.problemsHint")}
        </Text>
        <ul className={styles.problems} aria-label={title}>
          {problems.map(({ address, cause }) => (
            <li key={address}>
              <Link as="button" className={styles.link} onClick={() => void effects.showCell(address)}>
                {address}
              </Link>
              <Text block size={200}>
                {sentence(cause)}
              </Text>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
