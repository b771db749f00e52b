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
import type { FieldValues, FileToMap } from "../gatewayClient";
import { ColumnMapping } from "../parts/ColumnMapping";
import { FormField } from "../parts/FormField";
import { Lacks } from "../parts/Lacks";
import { ScreenFrame } from "../parts/ScreenFrame";
import { type ColumnChoices, canSend, mappingOf, proposedChoices } from "./columnChoices";
import { faultsOf, sentValues } from "./connectionForm";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "16px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Choose a source, fill its form, connect. What was typed stays while a failure is read, and goes with the screen. */
export function ConnectScreen() {
  const styles = useStyles();
  const { effects, services, store } = usePane();
  const { sources, activity, filesToMap } = usePaneState();
  const { t, text } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [sourceId, setSourceId] = useState<string>();
  const [values, setValues] = useState<FieldValues>({});
  const [name, setName] = useState(services.userName.read);
  const [wasSent, setWasSent] = useState(false);
  const [chosen, setChosen] = useState<ColumnChoices>({});
  const [sentFiles, setSentFiles] = useState<readonly FileToMap[]>();

  const source = sources.find(({ id }) => id === sourceId) ?? sources[0];
  const faults = source && wasSent ? faultsOf(source, values) : {};
  const choices = { ...proposedChoices(filesToMap), ...chosen };
  const isConnecting = activity === "connecting";

  /** Other files, other headings: what was asked about the former ones is void. */
  const change = (next: FieldValues) => {
    setValues(next);
    setChosen({});
    if (filesToMap.length > 0) store.dispatch({ type: "files-to-map", files: [] });
  };

  const choose = (id: string) => {
    setSourceId(id);
    change({});
    setWasSent(false);
  };

  const chooseHeading = (file: string, column: string, heading: string) =>
    setChosen({ ...chosen, [file]: { ...choices[file], [column]: heading } });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!source || isConnecting) return;
    setWasSent(true);
    setSentFiles(filesToMap);
    services.userName.write(name);
    if (Object.keys(faultsOf(source, values)).length === 0 && canSend(filesToMap, choices)) {
      const mapping = filesToMap.length > 0 ? [mappingOf(filesToMap, choices)] : [];
      void effects.connect(source, sentValues(source, values), ...mapping);
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
            onChange={(value) => change({ ...values, [field.name]: value })}
          />
        ))}
        {filesToMap.length > 0 && (
          <ColumnMapping
            files={filesToMap}
            choices={choices}
            wasSent={sentFiles === filesToMap}
            isDisabled={isConnecting}
            onChange={chooseHeading}
          />
        )}
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
