import { Button, makeStyles, Subtitle2, Switch, Text, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { KPIS, type RegisterEntry, TIER_FACES, TIERS } from "../../../kpi";
import { useTexts } from "../../context";
import { nameOf, typedOf } from "./form";

const useStyles = makeStyles({
  group: { marginBlock: "16px 4px", display: "block" },
  rows: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "start",
    paddingBlock: "8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  muted: { display: "block", color: tokens.colorNeutralForeground2 },
  tools: { display: "flex", alignItems: "center" },
});

/** Those at which something is to be done. */
const URGENT = TIERS.filter((tier) => tier !== "equilibre");

interface RegisterListProps {
  readonly entries: readonly RegisterEntry[];
  readonly isSaving: boolean;
  readonly onSave: (entry: RegisterEntry) => Promise<boolean>;
  readonly onEdit: (kpi: string) => void;
}

/** Every KPI of the register, those in sight first, each in the order of the sheet's rows. */
export function RegisterList({ entries, ...tools }: RegisterListProps) {
  const styles = useStyles();
  const { t } = useTranslation("register");
  return (
    <>
      {([true, false] as const).map((shown) => {
        const group = entries.filter((entry) => entry.shown === shown);
        return (
          <section key={String(shown)}>
            <Subtitle2 as="h3" className={styles.group}>
              {t(shown ? "shown" : "others", { count: group.length })}
            </Subtitle2>
            <ul className={styles.rows}>
              {group.map((entry) => (
                <RegisterRow key={entry.kpi} entry={entry} {...tools} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function RegisterRow({
  entry,
  isSaving,
  onSave,
  onEdit,
}: Omit<RegisterListProps, "entries"> & { readonly entry: RegisterEntry }) {
  const styles = useStyles();
  const { t } = useTranslation("register");
  const { language } = useTexts();
  const name = nameOf(entry, language);
  const { anticipation, alert } = typedOf(entry, language);
  const better = entry.own?.better ?? KPIS.get(entry.kpi)?.better ?? "neither";
  const hasTiers = better !== "neither";
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        {entry.own && (
          <Text size={200} className={styles.muted}>
            {`${entry.kpi} = ${entry.own.calculation}`}
          </Text>
        )}
        <Text size={200} className={styles.muted}>
          {entry.objective}
        </Text>
        <Text size={200} className={styles.muted}>
          {hasTiers
            ? t("thresholds", { anticipation: anticipation || "–", alert: alert || "–" })
            : t("noThresholds")}
        </Text>
        {URGENT.map(
          (tier) =>
            entry.decisions[tier] && (
              <Text key={tier} size={200} className={styles.muted}>
                {`${TIER_FACES[tier].sign} ${entry.decisions[tier]}`}
              </Text>
            ),
        )}
        {entry.user && (
          <Text size={200} className={styles.muted}>
            {t("decides", { user: entry.user })}
          </Text>
        )}
      </div>
      <div className={styles.tools}>
        <Switch
          checked={entry.shown}
          disabled={isSaving}
          aria-label={t("show", { kpi: name })}
          onChange={(_, { checked }) => void onSave({ ...entry, shown: checked })}
        />
        <Button
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={t("edit", { kpi: name })}
          data-edit={entry.kpi}
          onClick={() => onEdit(entry.kpi)}
        />
      </div>
    </li>
  );
}
