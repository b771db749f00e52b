import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BookOpenRegular, CloudOffRegular } from "@fluentui/react-icons";
import type { Circulation } from "../../sales/tables";
import { ActionButton } from "../components/ActionButton";
import { Panel } from "../components/Panel";
import { ScreenFrame } from "../components/ScreenFrame";
import { usePane, usePaneState, useTexts } from "../context";

const useStyles = makeStyles({
  icon: { fontSize: "32px", color: tokens.colorBrandForeground1 },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

interface AwayScreenProps {
  /** The gateway is away. `circulated`: the workbook holds data; `offline`: it holds none. */
  readonly kind: "circulated" | "offline";
}

/** Nobody is connected, or no gateway within reach: says kindly what works and what does not. */
export function AwayScreen({ kind }: AwayScreenProps) {
  const circulated = usePaneState().provenance?.circulated;
  return circulated ? <ReceivedCopy circulated={circulated} /> : <Unreachable kind={kind} />;
}

function Unreachable({ kind }: AwayScreenProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const Icon = kind === "circulated" ? BookOpenRegular : CloudOffRegular;
  return (
    <ScreenFrame heading={t(`${kind}.heading`)}>
      <Panel>
        <Icon className={styles.icon} />
        <Text>{t(`${kind}.explanation`)}</Text>
        <Text>{t(`${kind}.advice`)}</Text>
      </Panel>
      <div className={styles.actions}>
        {kind === "circulated" && <ActionButton action="showDashboards" appearance="primary" />}
        <ActionButton action="checkAgain" appearance={kind === "offline" ? "primary" : "secondary"} />
      </div>
    </ScreenFrame>
  );
}

/** A circulated copy: its sender, its scope, and that it works without a refresh. */
function ReceivedCopy({ circulated: { by, on, scope } }: { readonly circulated: Circulation }) {
  const styles = useStyles();
  const { store } = usePane();
  const { isGatewayReachable } = usePaneState();
  const { t, formats } = useTexts();
  const date = formats.moment(on);
  return (
    <ScreenFrame heading={t("received.heading")}>
      <Panel>
        <BookOpenRegular className={styles.icon} />
        <Text>{by ? t("received.by", { by, date }) : t("received.on", { date })}</Text>
        {scope !== undefined && <Text weight="semibold">{t("received.scope", { scope })}</Text>}
        <Text>{t("received.works")}</Text>
        <Text>{t("received.advice")}</Text>
      </Panel>
      <div className={styles.actions}>
        <ActionButton action="showDashboards" appearance="primary" />
        {isGatewayReachable === false ? (
          <ActionButton action="checkAgain" />
        ) : (
          <Button onClick={() => store.dispatch({ type: "connection-wanted" })}>
            {t("received.connect")}
          </Button>
        )}
      </div>
    </ScreenFrame>
  );
}
