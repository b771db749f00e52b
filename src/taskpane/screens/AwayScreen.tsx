import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BookOpenRegular, CloudOffRegular } from "@fluentui/react-icons";
import { useTexts } from "../context";
import { ActionButton } from "../parts/ActionButton";
import { ScreenFrame } from "../parts/ScreenFrame";

const useStyles = makeStyles({
  card: { backgroundColor: tokens.colorNeutralBackground2 },
  icon: { fontSize: "32px", color: tokens.colorBrandForeground1 },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

interface AwayScreenProps {
  /** `circulated`: the workbook holds data all the same; `offline`: it holds none. */
  readonly kind: "circulated" | "offline";
}

/** No gateway within reach: says kindly what works and what does not. */
export function AwayScreen({ kind }: AwayScreenProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const Icon = kind === "circulated" ? BookOpenRegular : CloudOffRegular;
  return (
    <ScreenFrame heading={t(`${kind}.heading`)}>
      <Card className={styles.card} appearance="filled-alternative">
        <Icon className={styles.icon} />
        <Text>{t(`${kind}.explanation`)}</Text>
        <Text>{t(`${kind}.advice`)}</Text>
      </Card>
      <div className={styles.actions}>
        {kind === "circulated" && <ActionButton action="showDashboards" appearance="primary" />}
        <ActionButton action="checkAgain" appearance={kind === "offline" ? "primary" : "secondary"} />
      </div>
    </ScreenFrame>
  );
}
