import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { noteSentence } from "../../../i18n";
import { kpisNeeding } from "../../../kpi";
import type { Note } from "../../../sales/note";
import { useTexts } from "../../context";

export const useListStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingInlineStart: "16px" },
  item: { paddingBlock: "4px", overflowWrap: "anywhere" },
});

/** Notes under their heading, each with the KPIs that it touches; nothing without notes. */
export function NoteList({ heading, notes }: { readonly heading: string; readonly notes: readonly Note[] }) {
  const styles = useListStyles();
  const { language } = useTexts();
  if (notes.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={JSON.stringify(note)} className={styles.item}>
            {noteSentence(note, language)}
            <Touched note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The KPIs that read the column, or the table, of a note. */
function Touched({ note: { table, params } }: { readonly note: Note }) {
  const { t } = useTranslation("remarks");
  const column = typeof params.column === "string" ? params.column : undefined;
  const kpis = table ? kpisNeeding(table, column) : [];
  if (kpis.length === 0) return null;
  return (
    <Text block size={200}>
      {t("kpis", { kpis: kpis.join(", ") })}
    </Text>
  );
}
