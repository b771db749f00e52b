import {
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { COMPANY_SETTINGS, readSetting, SETTING_IDS, type SettingId, settingChoices } from "../../../kpi";
import { useTexts } from "../../context";
import { useCompany } from "./useCompany";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2 },
  short: { maxWidth: "120px" },
});

/** The company's settings, one field each as declared: saved into the sheet as they are chosen. */
export function CompanyForm() {
  const styles = useStyles();
  const { t } = useTranslation("settings");
  const { sentence } = useTexts();
  const { reading, saved, failure, save } = useCompany();
  if (!reading) return null;
  return (
    <section className={styles.group} aria-labelledby="company-settings">
      <h3 id="company-settings" className={styles.heading}>
        {t("company")}
      </h3>
      <Text size={200} className={styles.quiet}>
        {t("companyHint")}
      </Text>
      {SETTING_IDS.map((id) => (
        <SettingField
          key={id}
          id={id}
          value={reading.settings[id] ?? COMPANY_SETTINGS[id].usual}
          isFixed={reading.fixed[id] !== undefined}
          save={(value) => void save(id, value)}
        />
      ))}
      <div role="status">{saved && <Text size={200}>{t("saved")}</Text>}</div>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{sentence(failure)}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

interface SettingFieldProps {
  readonly id: SettingId;
  readonly value: number;
  readonly isFixed: boolean;
  readonly save: (value: number) => void;
}

/** One setting: a list where its values have names, else a number, which is saved when the field is left. */
function SettingField({ id, value, isFixed, save }: SettingFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation("settings");
  const { text, language } = useTexts();
  // An entry lasts until another value is in force, typed here, into the sheet or by a colleague.
  const [entry, setEntry] = useState({ over: value, text: String(value) });
  const typed = entry.over === value ? entry.text : String(value);
  const setTyped = (text: string) => setEntry({ over: value, text });
  const { label, help, least, most } = COMPANY_SETTINGS[id];
  const read = readSetting(id, typed);
  const choices = settingChoices(id, language);
  const take = (next: string) => {
    setTyped(next);
    const chosen = readSetting(id, next);
    if (chosen.ok && chosen.value !== value) save(chosen.value);
  };
  return (
    <Field
      label={text(label)}
      hint={isFixed ? t("fixed") : text(help)}
      {...(!read.ok && { validationMessage: t("range", { least, most }) })}
    >
      {choices ? (
        <Select value={typed} disabled={isFixed} onChange={(_event, data) => take(data.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          className={styles.short}
          inputMode="numeric"
          value={typed}
          readOnly={isFixed}
          onChange={(_event, data) => setTyped(data.value)}
          onBlur={() => take(typed)}
          onKeyDown={({ key }) => key === "Enter" && take(typed)}
        />
      )}
    </Field>
  );
}
