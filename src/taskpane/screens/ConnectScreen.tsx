import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { PlugConnectedRegular } from "@fluentui/react-icons";
import { type FormEvent, useRef, useState } from "react";
import { usePane, usePaneState, useTexts } from "../context";
import type { FieldValues } from "../gatewayClient";
import { FormField } from "../parts/FormField";
import { Lacks } from "../parts/Lacks";
import { ScreenFrame } from "../parts/ScreenFrame";
import { faultsOf, sentValues } from "./connectionForm";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "16px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Choose a source, fill its form, connect. What was typed stays while a failure is read, and goes with the screen. */
export function ConnectScreen() {
  const styles = useStyles();
  const { effects, services } = usePane();
  const { sources, activity } = usePaneState();
  const { t, text } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [sourceId, setSourceId] = useState<string>();
  const [values, setValues] = useState<FieldValues>({});
  const [name, setName] = useState(services.userName.read);
  const [wasSent, setWasSent] = useState(false);

  const source = sources.find(({ id }) => id === sourceId) ?? sources[0];
  const faults = source && wasSent ? faultsOf(source, values) : {};
  const isConnecting = activity === "connecting";

  const choose = (id: string) => {
    setSourceId(id);
    setValues({});
    setWasSent(false);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!source || isConnecting) return;
    setWasSent(true);
    services.userName.write(name);
    if (Object.keys(faultsOf(source, values)).length === 0) {
      void effects.connect(source, sentValues(source, values));
      return;
    }
    // After the faults are drawn, the first field that has one takes the focus.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };

  return (
    <ScreenFrame heading={t("connect.heading")}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-busy={isConnecting}>
        <Text>{t("connect.intro")}</Text>
        <Field label={t("connect.source")}>
          <RadioGroup
            value={source?.id ?? ""}
            disabled={isConnecting}
            onChange={(_, data) => choose(data.value)}
          >
            {sources.map(({ id, label }) => (
              <Radio key={id} value={id} label={text(label)} />
            ))}
          </RadioGroup>
        </Field>
        {source?.fields.map((field) => (
          <FormField
            key={`${source.id} ${field.name}`}
            field={field}
            value={values[field.name]}
            fault={faults[field.name]}
            isDisabled={isConnecting}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <Field label={t("connect.optional", { label: t("connect.name") })} hint={t("connect.nameHint")}>
          <Input
            value={name}
            disabled={isConnecting}
            autoComplete="name"
            onChange={(_, data) => setName(data.value)}
          />
        </Field>
        {source && <Lacks lacks={source.lacks} />}
        <Button
          type="submit"
          appearance="primary"
          size="large"
          icon={isConnecting ? <Spinner size="tiny" aria-hidden /> : <PlugConnectedRegular />}
          disabledFocusable={isConnecting || !source}
        >
          {isConnecting ? t("connect.under") : t("actions.connect")}
        </Button>
        {source?.fields.some(({ kind }) => kind === "secret") && (
          <Text size={200} className={styles.quiet}>
            {t("connect.secrets")}
          </Text>
        )}
      </form>
    </ScreenFrame>
  );
}
