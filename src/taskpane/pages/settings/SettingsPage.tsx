import { Field, Input, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type RefreshPreferences, timeOfDay } from "../../automatic/preferences";
import { ScreenFrame } from "../../components/ScreenFrame";
import { usePane } from "../../context";
import { CompanyForm } from "./CompanyForm";
import { Diagnostic } from "./Diagnostic";
import { TeamRefresh } from "./TeamRefresh";

const USUAL_TIME = "08:30";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "4px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  time: { maxWidth: "120px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The company's settings; then one person's on this machine: automatic refreshes, and the name that colleagues read. */
export function SettingsPage() {
  const styles = useStyles();
  const { automatic, services } = usePane();
  const { t } = useTranslation("settings");
  const [preferences, setPreferences] = useState(automatic.preferences());
  const [name, setName] = useState(services.userName.read());
  const change = (changed: RefreshPreferences) => {
    automatic.change(changed);
    setPreferences(changed);
  };
  return (
    <ScreenFrame heading={t("heading")}>
      <CompanyForm />
      <h3 className={styles.heading}>{t("machine")}</h3>
      <div className={styles.group}>
        <Switch
          label={t("onOpen")}
          checked={preferences.onOpen}
          onChange={(_event, { checked }) => change({ ...preferences, onOpen: checked })}
        />
        <RefreshTime preferences={preferences} change={change} />
        <Text size={200} className={styles.quiet}>
          {t("connectionHint")}
        </Text>
        {(preferences.onOpen || preferences.at !== undefined) && <TeamRefresh />}
      </div>
      <Field label={t("name")} hint={t("nameHint")}>
        <Input
          value={name}
          onChange={(_event, { value }) => setName(value)}
          onBlur={() => {
            services.userName.write(name);
            setName(services.userName.read());
          }}
        />
      </Field>
      <Text size={200} className={styles.quiet}>
        {t("keptHere")}
      </Text>
      <Diagnostic />
    </ScreenFrame>
  );
}

interface RefreshTimeProps {
  readonly preferences: RefreshPreferences;
  readonly change: (preferences: RefreshPreferences) => void;
}

/** A switch and, while it is on, the time. An invalid time changes nothing and says so. */
function RefreshTime({ preferences: { onOpen, at }, change }: RefreshTimeProps) {
  const styles = useStyles();
  const { t } = useTranslation("settings");
  const [typed, setTyped] = useState(at ?? USUAL_TIME);
  const isTime = timeOfDay(typed) !== undefined;
  const take = (text: string) => {
    setTyped(text);
    const time = timeOfDay(text);
    if (time !== undefined) change({ onOpen, at: time });
  };
  return (
    <>
      <Switch
        label={t("atTime")}
        checked={at !== undefined}
        onChange={(_event, { checked }) =>
          change({ onOpen, ...(checked && { at: timeOfDay(typed) ?? USUAL_TIME }) })
        }
      />
      {at !== undefined && (
        <Field
          label={t("time")}
          className={styles.time}
          {...(!isTime && { validationState: "error", validationMessage: t("noTime") })}
        >
          <Input
            value={typed}
            onChange={(_event, { value }) => take(value)}
            onBlur={() => setTyped(timeOfDay(typed) ?? at)}
          />
        </Field>
      )}
    </>
  );
}
