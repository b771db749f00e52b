import { Button, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { setAsideReason } from "../../../i18n";
import { kpisNeeding } from "../../../kpi";
import type { CountedAside } from "../../../sales/remarks";
import { usePane, usePaneState, useTexts } from "../../context";
import { useListStyles } from "./NoteList";
import { useDownload } from "./useDownload";

/** The rows set aside, counted by table and reason, and all of them as a file. */
export function SetAside({ tables }: { readonly tables: readonly CountedAside[] }) {
  const styles = useListStyles();
  const { t } = useTranslation("remarks");
  const { formats } = useTexts();
  const count = tables.reduce((sum, table) => sum + table.count, 0);
  return (
    <section>
      <h3 className={styles.heading}>{t("aside", { rows: formats.count(count) })}</h3>
      <Text block size={200}>
        {t("asideHint")}
      </Text>
      {tables.map((table) => (
        <Reasons key={table.table} {...table} />
      ))}
      <Download />
    </section>
  );
}

function Reasons({ table, count, reasons }: CountedAside) {
  const styles = useListStyles();
  const { t } = useTranslation("remarks");
  const { formats, caption, language } = useTexts();
  const others = count - reasons.reduce((sum, reason) => sum + reason.count, 0);
  const kpis = kpisNeeding(table);
  return (
    <>
      <Text block weight="semibold">
        {caption(table)}
      </Text>
      <ul className={styles.list} aria-label={caption(table)}>
        {reasons.map((reason) => (
          <li key={JSON.stringify(reason)} className={styles.item}>
            {t("reason", {
              times: formats.count(reason.count),
              reason: setAsideReason({ table, ...reason }, language),
            })}
          </li>
        ))}
        {others > 0 && <li>{t("otherReasons", { rows: formats.count(others) })}</li>}
      </ul>
      {kpis.length > 0 && <Text size={200}>{t("kpis", { kpis: kpis.join(", ") })}</Text>}
    </>
  );
}

function Download() {
  const { t } = useTranslation("remarks");
  const { sentence } = useTexts();
  const { copies } = usePane().services;
  const { session, provenance } = usePaneState();
  const { isUnderWay, failure, download } = useDownload();
  if (!copies.canSave()) return <Text>{t("downloadMac")}</Text>;
  // The rows of another source are other rows.
  if (!session || session.source !== provenance?.source) return <Text block>{t("downloadConnect")}</Text>;
  return (
    <>
      <Button disabledFocusable={isUnderWay} onClick={() => void download(session)}>
        {t(isUnderWay ? "downloading" : "download")}
      </Button>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{sentence(failure)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
