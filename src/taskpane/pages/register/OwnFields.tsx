import { Button, Field, Input, makeStyles, Select, Text, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { REGISTER, type RegisterField } from "../../../kept";
import type { KpiDefinition, KpiRegistry, RegisterEntry } from "../../../kpi";
import { useTexts } from "../../context";
import type { Typed } from "./form";
import { useChoices } from "./useChoices";
import { usePreview } from "./usePreview";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: "12px" },
  input: { minWidth: 0 },
  choices: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px",
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
  },
  value: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

interface OwnFieldsProps {
  readonly typed: Typed;
  /** The code of an indicator that is there already stays. */
  readonly isNew: boolean;
  /** The indicator as it reads; undefined while something is wrong. */
  readonly entry: RegisterEntry | undefined;
  readonly definition: KpiDefinition | undefined;
  readonly kpis: KpiRegistry;
  readonly wrong: (field: RegisterField) => string | undefined;
  readonly onType: (changed: Partial<Typed>) => void;
}

/** Code, name, calculation, unit and better side of an own indicator, with its figure as it is typed. */
export function OwnFields({ typed, isNew, entry, definition, kpis, wrong, onType }: OwnFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation("register");
  const { language } = useTexts();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(typed.calculation.length);
  const completion = useChoices(typed.calculation, caret, kpis);
  const preview = usePreview(entry, definition);
  const complete = (choice: string) => {
    if (!completion) return;
    const { calculation } = typed;
    const after = completion.from + choice.length;
    onType({ calculation: calculation.slice(0, completion.from) + choice + calculation.slice(caret) });
    setCaret(after);
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(after, after));
  };
  const choice = (field: "unit" | "better", label: string, empty?: string) => (
    <Field label={label} validationMessage={wrong(field)}>
      <Select value={typed[field]} onChange={(_, { value }) => onType({ [field]: value })}>
        {empty !== undefined && <option value="">{empty}</option>}
        {REGISTER.columns[field].list?.(language).map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </Select>
    </Field>
  );
  const reason = wrong("calculation") ?? preview.failure;
  return (
    <div className={styles.fields}>
      {isNew && (
        <Field label={t("form.code")} hint={t("form.codeHint")} validationMessage={wrong("kpi")}>
          <Input
            className={styles.input}
            value={typed.kpi}
            onChange={(_, { value }) => onType({ kpi: value })}
          />
        </Field>
      )}
      <Field label={t("form.name")} validationMessage={wrong("name")}>
        <Input
          className={styles.input}
          value={typed.name}
          onChange={(_, { value }) => onType({ name: value })}
        />
      </Field>
      <Field label={t("form.calculation")} hint={t("form.calculationHint")} validationMessage={reason}>
        <Textarea
          ref={area}
          value={typed.calculation}
          resize="vertical"
          onChange={(event, { value }) => {
            onType({ calculation: value });
            setCaret(event.target.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        />
      </Field>
      {completion && completion.words.length > 0 && (
        <fieldset className={styles.choices} aria-label={t("form.choices", { typed: completion.typed })}>
          {completion.words.map((word) => (
            <Button key={word} size="small" onClick={() => complete(word)}>
              {word}
            </Button>
          ))}
        </fieldset>
      )}
      <Text size={200} className={styles.value} aria-live="polite">
        {preview.value === undefined ? "" : t("form.now", { value: preview.value ?? t("form.nothing") })}
      </Text>
      {choice("unit", t("form.unit"), t("form.usualUnit"))}
      {choice("better", t("form.better"))}
    </div>
  );
}
