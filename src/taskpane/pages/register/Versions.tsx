import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../../kpi";
import type { RegisterVersion } from "../../../live";
import { useTexts } from "../../context";
import { changedFields, nameOf } from "./form";

/** The newest ones; older ones are there again when these are restored or let go. */
const MOST_SHOWN = 30;

const useStyles = makeStyles({
  rows: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    gap: "8px",
    alignItems: "start",
    paddingBlock: "8px",
    overflowWrap: "anywhere",
  },
  muted: { display: "block", color: tokens.colorNeutralForeground2 },
});

interface VersionsProps {
  readonly versions: readonly RegisterVersion[];
  readonly entries: readonly RegisterEntry[];
  readonly isSaving: boolean;
  readonly onRestore: (before: RegisterEntry) => Promise<boolean>;
}

/** The register's earlier entries, newest first, each one click from being in force again. */
export function Versions({ versions, entries, isSaving, onRestore }: VersionsProps) {
  const styles = useStyles();
  const { t } = useTranslation("register");
  const { formats } = useTexts();
  if (versions.length === 0) return null;
  const more = versions.length - MOST_SHOWN;
  return (
    <Accordion collapsible>
      <AccordionItem value="versions">
        <AccordionHeader as="h3">{t("versions.heading", { count: versions.length })}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.rows} aria-label={t("versions.list")}>
            {versions.slice(0, MOST_SHOWN).map((version) => (
              <VersionRow
                key={`${version.before.kpi} ${version.at}`}
                version={version}
                now={entries.find(({ kpi }) => kpi === version.before.kpi)}
                isSaving={isSaving}
                onRestore={onRestore}
              />
            ))}
          </ul>
          {more > 0 && <Text size={200}>{t("versions.more", { rows: formats.count(more) })}</Text>}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

interface VersionRowProps {
  readonly version: RegisterVersion;
  readonly now: RegisterEntry | undefined;
  readonly isSaving: boolean;
  readonly onRestore: (before: RegisterEntry) => Promise<boolean>;
}

function VersionRow({ version: { before, at, by }, now, isSaving, onRestore }: VersionRowProps) {
  const styles = useStyles();
  const { t } = useTranslation("register");
  const { formats, language } = useTexts();
  const name = nameOf(before, language);
  const moment = formats.moment(new Date(at).toISOString());
  const changes = changedFields(before, now, language);
  const was = changes.map(({ field, value }) => t(`fields.${field}`, { value: value || "–" })).join(", ");
  return (
    <li className={styles.row}>
      <div>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={styles.muted}>
          {t(by ? "versions.made" : "versions.unsigned", { moment, user: by })}
        </Text>
        <Text size={200} className={styles.muted}>
          {t("versions.was", { what: was || t("versions.same") })}
        </Text>
      </div>
      <Button
        size="small"
        disabled={isSaving || changes.length === 0}
        aria-label={t("versions.restoreOf", { kpi: name, moment })}
        onClick={() => void onRestore(before)}
      >
        {t("versions.restore")}
      </Button>
    </li>
  );
}
