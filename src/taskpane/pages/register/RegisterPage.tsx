import { Button, MessageBar, MessageBarBody, makeStyles, Text } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { REGISTER } from "../../../kept";
import type { RegisterEntry } from "../../../kpi";
import { Attention } from "../../components/Attention";
import { CellList } from "../../components/CellList";
import { ScreenFrame } from "../../components/ScreenFrame";
import { useTexts } from "../../context";
import { keptReason } from "../../keptReason";
import { NEW_ENTRY } from "./form";
import { RegisterForm } from "./RegisterForm";
import { RegisterList } from "./RegisterList";
import { useRegister } from "./useRegister";
import { Versions } from "./Versions";

const useStyles = makeStyles({ add: { marginBlockStart: "12px" } });

/** The page "Référentiel": each KPI's reason, thresholds, decisions and owner. */
export function RegisterPage() {
  const styles = useStyles();
  const { t } = useTranslation("register");
  const { sentence, formats, language } = useTexts();
  const { reading, isSaving, failure, save } = useRegister();
  const [edited, setEdited] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<string>(undefined);

  // Whoever leaves the form is back at the button that opened it.
  useEffect(() => {
    if (edited !== undefined || left.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-edit="${left.current}"]`)?.focus();
    left.current = undefined;
  }, [edited]);

  if (!reading)
    return (
      <ScreenFrame heading={t("heading")}>
        <Text>{t("nothing")}</Text>
      </ScreenFrame>
    );
  const { entries, problems, versions } = reading;
  const entry = edited === NEW_ENTRY.kpi ? NEW_ENTRY : entries.find(({ kpi }) => kpi === edited);
  const close = () => {
    left.current = edited;
    setEdited(undefined);
  };
  const saveAndClose = async (changed: RegisterEntry) => {
    if (await save(changed)) close();
  };
  return (
    <ScreenFrame heading={t("heading")}>
      {failure && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{sentence(failure)}</MessageBarBody>
        </MessageBar>
      )}
      <Attention
        isShown={problems.length > 0}
        count={t("problems.count", { rows: formats.count(problems.length) })}
        hint={t("problems.hint")}
      >
        <CellList
          label={t("problems.list")}
          cells={problems.map(({ address, cause }) => ({
            address,
            text: keptReason(REGISTER, cause, language),
          }))}
          more={(rows) => t("problems.more", { rows })}
        />
      </Attention>
      {entry ? (
        <RegisterForm
          key={entry.kpi}
          entry={entry}
          entries={entries}
          isSaving={isSaving}
          onSave={saveAndClose}
          onCancel={close}
        />
      ) : (
        <div ref={list}>
          <Text block>{t("intro")}</Text>
          <Button
            className={styles.add}
            icon={<AddRegular />}
            data-edit={NEW_ENTRY.kpi}
            onClick={() => setEdited(NEW_ENTRY.kpi)}
          >
            {t("add")}
          </Button>
          <RegisterList entries={entries} isSaving={isSaving} onSave={save} onEdit={setEdited} />
          <Versions versions={versions} entries={entries} isSaving={isSaving} onRestore={save} />
        </div>
      )}
    </ScreenFrame>
  );
}
