import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons";
import { usePaneState, useTexts } from "../context";
import { ActionButton } from "./ActionButton";
import { Mark } from "./Mark";

const useStyles = makeStyles({
  header: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: "12px 16px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { display: "flex", alignItems: "center", gap: "8px" },
  explain: { marginInlineStart: "auto" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  data: { display: "flex", gap: "6px", marginTop: "8px", alignItems: "flex-start" },
  icon: { flexShrink: 0, fontSize: "20px", color: tokens.colorBrandForeground1 },
  origin: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** The name of the house and, always in sight, how old the figures are. */
export function Header() {
  const styles = useStyles();
  const { provenance, sources } = usePaneState();
  const { t, text, formats } = useTexts();
  const source = sources.find(({ id }) => id === provenance?.source);
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <Mark size={24} />
        <h1 className={styles.title}>{t("title")}</h1>
        {provenance && <ActionButton action="explain" size="small" className={styles.explain} />}
      </div>
      <div className={styles.data}>
        <CalendarLtrRegular className={styles.icon} />
        <div>
          <Text block weight="semibold">
            {provenance ? t("data.asOf", { date: formats.day(provenance.dataDate) }) : t("data.none")}
          </Text>
          <Text block size={200} className={styles.origin}>
            {provenance ? (source ? text(source.label) : provenance.sourceLabel) : t("data.noneHint")}
          </Text>
          {provenance && (
            <Text block size={200} className={styles.origin}>
              {t("data.refreshed", { moment: formats.moment(provenance.refreshedAt) })}
            </Text>
          )}
        </div>
      </div>
    </header>
  );
}
