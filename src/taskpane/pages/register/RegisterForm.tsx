import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Subtitle2,
  Switch,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { BASES, BASIS_LABELS, REGISTER, type RegisterField, YES_NO } from "../../../kept";
import { KPIS, type RegisterEntry, registryOf, TIER_FACES, TIERS } from "../../../kpi";
import { useTexts } from "../../context";
import { keptReason } from "../../keptReason";
import { nameOf, readAmong, typedOf } from "./form";
import { OwnFields } from "./OwnFields";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    outlineStyle: "none",
  },
  limits: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: "12px",
    "> *": { flex: "1 1 120px", minWidth: 0 },
  },
  part: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  input: { minWidth: 0 },
});

/** The field of each tier's decision. */
const DECISIONS = {
  equilibre: "onEquilibre",
  anticipation: "onAnticipation",
  alerte: "onAlerte",
} as const;

interface RegisterFormProps {
  readonly entry: RegisterEntry;
  /** All of the register: a calculation may name others. */
  readonly entries: readonly RegisterEntry[];
  readonly isSaving: boolean;
  readonly onSave: (entry: RegisterEntry) => Promise<void>;
  readonly onCancel: () => void;
}

/** One KPI's rule, judged as it is typed by what judges the sheet's rows. */
export function RegisterForm({ entry, entries, isSaving, onSave, onCancel }: RegisterFormProps) {
  const styles = useStyles();
  const { t } = useTranslation("register");
  const { language } = useTexts();
  const [typed, setTyped] = useState(() => typedOf(entry, language));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const isNew = entry.kpi === "";
  const { value: read, problems } = readAmong(typed, entries, language, isNew);
  const others = entries.filter(({ kpi }) => kpi !== entry.kpi);
  const kpis = registryOf(read ? [...others, read] : others);
  const better = read?.own?.better ?? KPIS.get(entry.kpi)?.better ?? "high";
  const type =
    (field: RegisterField) =>
    (_: unknown, { value }: { readonly value: string }) =>
      setTyped((before) => ({ ...before, [field]: value }));
  const wrong = (field: RegisterField): string | undefined => {
    const found = problems.find((problem) => problem.field === field);
    return found && keptReason(REGISTER, found.cause, language);
  };
  const words = (field: RegisterField, label: string) => (
    <Field key={field} label={label} validationMessage={wrong(field)}>
      <Textarea value={typed[field]} resize="vertical" onChange={type(field)} />
    </Field>
  );
  const line = (field: RegisterField, label: string) => (
    <Field label={label} validationMessage={wrong(field)}>
      <Input className={styles.input} value={typed[field]} onChange={type(field)} />
    </Field>
  );
  /** An empty field of a new indicator is not wrong yet. */
  const isTouched = (field: RegisterField) => !isNew || typed[field] !== "";
  const [yes, no] = YES_NO[language];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read && !isSaving) void onSave(read);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {isNew ? t("form.newHeading") : t("form.heading", { kpi: nameOf(entry, language) })}
      </h3>
      {entry.own && (
        <OwnFields
          typed={typed}
          isNew={isNew}
          entry={read}
          definition={read && kpis.get(read.kpi)}
          kpis={kpis}
          wrong={(field) => (isTouched(field) ? wrong(field) : undefined)}
          onType={(changed) => setTyped((before) => ({ ...before, ...changed }))}
        />
      )}
      <Switch
        label={t("form.shown")}
        checked={typed.shown === yes}
        onChange={(_, { checked }) => setTyped({ ...typed, shown: checked ? yes : no })}
      />
      {words("objective", t("form.objective"))}
      {line("targetSource", t("form.targetSource"))}
      <Field label={t("form.basis")} validationMessage={wrong("basis")}>
        <RadioGroup layout="horizontal" value={typed.basis} onChange={type("basis")}>
          {BASES.map((basis) => (
            <Radio key={basis} value={BASIS_LABELS[basis][language]} label={t(`form.${basis}`)} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.limits}>
        {line("anticipation", t("form.anticipation"))}
        {line("alert", t("form.alert"))}
      </div>
      <Text size={200}>{t(`form.${better}`)}</Text>
      <Subtitle2 as="h4" className={styles.part}>
        {t("form.decisions")}
      </Subtitle2>
      {TIERS.map((tier) =>
        words(DECISIONS[tier], `${TIER_FACES[tier].sign} ${TIER_FACES[tier].label[language]}`),
      )}
      {line("user", t("form.user"))}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={!read || isSaving}>
          {t(isSaving ? "saving" : "form.save")}
        </Button>
        <Button onClick={onCancel} disabled={isSaving}>
          {t("form.cancel")}
        </Button>
      </div>
    </form>
  );
}
