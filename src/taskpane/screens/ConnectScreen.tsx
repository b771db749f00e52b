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
import { type FormEvent, Suspense, useEffect, useRef, useState } from "react";
import { FormField } from "../components/FormField";
import { Lacks } from "../components/Lacks";
import { ScreenFrame } from "../components/ScreenFrame";
import { SignInNote } from "../components/SignInNote";
import { usePane, usePaneState, useTexts } from "../context";
import type { FieldValues, FileToMap, ColumnMapping as Mapping, Source } from "../gatewayClient";
import { later } from "../later";
import {
  type ColumnChoices,
  canSend,
  type FileChoices,
  mappingOf,
  proposedChoices,
} from "../mapping/choices";
import { recalledChoices } from "../mapping/remembered";
import { type SignInWay, sourceFor, waysOf } from "../signInWays";
import { faultsOf, sentValues } from "./connectionForm";

const ColumnMapping = later(() =>
  import(/* webpackChunkName: "mapping" */ "../mapping/ColumnMapping").then((chunk) => chunk.ColumnMapping),
);

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "16px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Choose a source, fill its form, connect. Entries stay while a failure is read, and go with the screen. */
export function ConnectScreen() {
  const styles = useStyles();
  const { effects, services, store } = usePane();
  const { sources, activity, filesToMap, mappings, isSigningIn = false } = usePaneState();
  const { t, text } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const submitButton = useFocusAfter(isSigningIn);
  const [sourceId, setSourceId] = useState<string>();
  const [chosenWay, setChosenWay] = useState<SignInWay>();
  const [typed, setTyped] = useState<FieldValues>({});
  const [name, setName] = useState(services.userName.read);
  const [wasSent, setWasSent] = useState(false);
  const [chosen, setChosen] = useState<ColumnChoices>({});
  const [answered, setAnswered] = useState<Mapping>({});
  const [sentFiles, setSentFiles] = useState<readonly FileToMap[]>();

  const declared = sources.find(({ id }) => id === sourceId) ?? sources[0];
  const ways = declared ? waysOf(declared) : [];
  const way = ways.find((offered) => offered === chosenWay) ?? ways[0] ?? "form";
  const source = declared && sourceFor(declared, way);
  const values: FieldValues = { ...declared?.signIn?.remembered, ...typed };
  const faults = source && wasSent ? faultsOf(source, values) : {};
  const isClosed = way === "signIn" && declared?.signIn?.isRegistered === false;
  const recalled = recalledChoices(filesToMap, mappings);
  const choices = { ...proposedChoices(filesToMap), ...recalled, ...chosen };
  const mapping = mappingOf(filesToMap, choices, answered);
  const isConnecting = activity === "connecting";
  const label =
    declared && way === "signIn"
      ? t("connect.signIn", { source: text(declared.label) })
      : t("actions.connect");

  /** Resets the column choices: other files have other headings. */
  const change = (next: FieldValues) => {
    setTyped(next);
    setChosen({});
    setAnswered({});
    if (filesToMap.length > 0) store.dispatch({ type: "files-to-map", files: [] });
  };

  const choose = (id: string, next?: SignInWay) => {
    setSourceId(id);
    setChosenWay(next);
    change({});
    setWasSent(false);
  };

  const send = (to: Source) => {
    const sent = sentValues(to, values);
    if (way === "signIn") return effects.signIn(to, sent);
    if (way === "team") return effects.connectAsTeam(to, sent.code as string | undefined);
    if (filesToMap.length === 0) return effects.connect(to, sent);
    // Answers to the next questions come beside these.
    setAnswered(mapping);
    return effects.connect(to, sent, mapping);
  };

  const answer = (file: string, changed: FileChoices) => setChosen({ ...chosen, [file]: changed });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!source || isConnecting || isClosed) return;
    setWasSent(true);
    setSentFiles(filesToMap);
    services.userName.write(name);
    if (Object.keys(faultsOf(source, values)).length === 0 && canSend(filesToMap, choices)) {
      void send(source);
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
        {declared && ways.length > 1 && (
          <Field label={t("connect.way")}>
            <RadioGroup
              value={way}
              disabled={isConnecting}
              onChange={(_, data) => choose(declared.id, data.value as SignInWay)}
            >
              {ways.map((offered) => (
                <Radio
                  key={offered}
                  value={offered}
                  label={t(`connect.ways.${offered}`, { source: text(declared.label) })}
                />
              ))}
            </RadioGroup>
          </Field>
        )}
        {source?.fields.map((field) => (
          <FormField
            key={`${source.id} ${way} ${field.name}`}
            field={field}
            value={values[field.name]}
            fault={faults[field.name]}
            isDisabled={isConnecting}
            onChange={(value) => change({ ...typed, [field.name]: value })}
          />
        ))}
        {filesToMap.length > 0 && (
          <Suspense fallback={<Spinner />}>
            <ColumnMapping
              files={filesToMap}
              choices={choices}
              mapping={mapping}
              isRecalled={Object.keys(recalled).length > 0}
              wasSent={sentFiles === filesToMap}
              isDisabled={isConnecting}
              onChange={answer}
            />
          </Suspense>
        )}
        <Field label={t("connect.optional", { label: t("connect.name") })} hint={t("connect.nameHint")}>
          <Input
            value={name}
            disabled={isConnecting}
            autoComplete="name"
            onChange={(_, data) => setName(data.value)}
          />
        </Field>
        {declared && <SignInNote source={declared} way={way} isDisabled={isConnecting} />}
        {source && <Lacks lacks={source.lacks} />}
        <Button
          ref={submitButton}
          type="submit"
          appearance="primary"
          size="large"
          icon={isConnecting ? <Spinner size="tiny" aria-hidden /> : <PlugConnectedRegular />}
          disabledFocusable={isConnecting || !source || isClosed}
        >
          {isConnecting ? t("connect.under") : label}
        </Button>
        {isSigningIn && (
          <>
            <Text role="status">{t("connect.inWindow")}</Text>
            <Button onClick={effects.cancelSignIn}>{t("connect.cancel")}</Button>
          </>
        )}
        {source?.fields.some(({ kind }) => kind === "secret") && (
          <Text size={200} className={styles.quiet}>
            {t("connect.secrets")}
          </Text>
        )}
      </form>
    </ScreenFrame>
  );
}

/** For the button that began something: once that is over and the button still there, it has the focus again. */
function useFocusAfter(isUnderWay: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasUnderWay = useRef(isUnderWay);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay) button.current?.focus();
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay]);
  return button;
}
