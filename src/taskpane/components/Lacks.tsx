import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from "@fluentui/react-components";
import type { Text } from "../../sales/text";
import { useTexts } from "../context";

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: "20px" } });

/** A source's lacks, shown before anyone wonders at an empty KPI. */
export function Lacks({ lacks }: { readonly lacks: readonly Text[] }) {
  const styles = useStyles();
  const { t, text } = useTexts();
  if (lacks.length === 0) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t("connect.lacks")}</MessageBarTitle>
        <ul className={styles.list}>
          {lacks.map((lack) => (
            <li key={lack.fr}>{text(lack)}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
