import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { lackWithKpis } from "../../../kpi";
import { deservesLook } from "../../../sales/note";
import { ScreenFrame } from "../../components/ScreenFrame";
import { usePane, usePaneState, useTexts } from "../../context";
import { NoteList, useListStyles } from "./NoteList";
import { SetAside } from "./SetAside";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Everything the last refresh told about its data: what deserves a look, rows set aside, lacks, and the rest. */
export function RemarksPage() {
  const styles = useStyles();
  const lists = useListStyles();
  const { store } = usePane();
  const { provenance } = usePaneState();
  const { t } = useTranslation("remarks");
  const { text, formats } = useTexts();
  const { notes = [], setAside = [], leftOut = 0 } = provenance?.remarks ?? {};
  const lacks = provenance?.lacks ?? [];
  const looks = notes.filter(deservesLook);
  const told = notes.filter((note) => !deservesLook(note));
  const isEmpty = notes.length + setAside.length + lacks.length === 0;
  return (
    <ScreenFrame heading={t("heading")}>
      {provenance && (
        <Text className={styles.quiet}>{t("intro", { moment: formats.moment(provenance.refreshedAt) })}</Text>
      )}
      {isEmpty && <Text>{t("none")}</Text>}
      <NoteList heading={t("look", { count: looks.length })} notes={looks} />
      {setAside.length > 0 && <SetAside tables={setAside} />}
      {lacks.length > 0 && (
        <section>
          <h3 className={lists.heading}>{t("lacks")}</h3>
          <ul className={lists.list}>
            {lacks.map((lack) => (
              <li key={lack.fr} className={lists.item}>
                {text(lackWithKpis(lack))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <NoteList heading={t("told", { count: told.length })} notes={told} />
      {leftOut > 0 && <Text>{t("leftOut", { count: leftOut })}</Text>}
      <Button onClick={() => store.dispatch({ type: "page-opened", page: "home" })}>{t("back")}</Button>
    </ScreenFrame>
  );
}
