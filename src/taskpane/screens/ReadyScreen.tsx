import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { ActionButton } from "../components/ActionButton";
import { Lacks } from "../components/Lacks";
import { LoadSize } from "../components/LoadSize";
import { ScreenFrame } from "../components/ScreenFrame";
import { TeamAccount } from "../components/TeamAccount";
import { usePaneState, useTexts } from "../context";
import type { Session, Source } from "../gatewayClient";

const useStyles = makeStyles({
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
  group: { display: "flex", flexDirection: "column", gap: "6px" },
  tables: { display: "flex", flexWrap: "wrap", gap: "4px", listStyleType: "none", margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Connected, not yet refreshed: the connection's tables, and the one thing to do next. */
export function ReadyScreen({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const { provenance, sources } = usePaneState();
  const { t, text } = useTexts();
  return (
    <ScreenFrame heading={t("ready.heading")}>
      <Text>{t("ready.source", { source: text(session.sourceLabel) })}</Text>
      <TeamAccount />
      <Text>{t(provenance ? "ready.inviteAgain" : "ready.invite")}</Text>
      <LoadSize />
      <div className={styles.actions}>
        <ActionButton action="refresh" appearance="primary" size="large" />
        {provenance && <ActionButton action="showDashboards" />}
        <ActionButton action="changeSource" appearance="subtle" />
      </div>
      <RecognisedTables session={session} source={sources.find(({ id }) => id === session.source)} />
      <Lacks lacks={session.lacks} />
    </ScreenFrame>
  );
}

/** The answer to "were my files understood?": which tables were recognised, which are not there. */
function RecognisedTables({
  session,
  source,
}: {
  readonly session: Session;
  readonly source: Source | undefined;
}) {
  const styles = useStyles();
  const { t, caption } = useTexts();
  const missing = source?.tables.filter((table) => !session.tables.includes(table)) ?? [];
  return (
    <>
      <div className={styles.group}>
        <Text weight="semibold">{t("ready.tables")}</Text>
        <ul className={styles.tables}>
          {session.tables.map((table) => (
            <li key={table}>
              <Badge appearance="tint" color="success" icon={<CheckmarkRegular />}>
                {caption(table)}
              </Badge>
            </li>
          ))}
        </ul>
      </div>
      {missing.length > 0 && (
        <div className={styles.group}>
          <Text weight="semibold">{t("ready.missing")}</Text>
          <ul className={styles.tables}>
            {missing.map((table) => (
              <li key={table}>
                <Badge appearance="outline" color="informative">
                  {caption(table)}
                </Badge>
              </li>
            ))}
          </ul>
          <Text size={200} className={styles.quiet}>
            {t("ready.missingHint")}
          </Text>
        </div>
      )}
    </>
  );
}
