import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { Disclosure } from "../components/Disclosure";
import { useTexts } from "../context";
import type { FileToMap, MappingEntry } from "../gatewayClient";
import {
  answerFault,
  type ColumnChoices,
  choiceFault,
  type FileChoices,
  LEFT_OUT,
  samplesOfKind,
} from "./choices";

const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
const DECIMAL_MARKS = [",", "."] as const;

const useStyles = makeStyles({
  file: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    minWidth: 0,
    margin: 0,
    padding: "12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { paddingInline: "4px", fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  // Long headings must not widen the pane.
  select: { minWidth: 0, maxWidth: "100%" },
  others: { display: "flex", flexDirection: "column", gap: "8px" },
});

interface FileQuestionsProps {
  readonly file: FileToMap;
  readonly choices: ColumnChoices;
  readonly wasSent: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (choices: FileChoices) => void;
}

/** The questions about one file: its table, its dates and decimals, and a heading for each field; doubtful ones first. */
export function FileQuestions({ file, choices, wasSent, isDisabled, onChange }: FileQuestionsProps) {
  const styles = useStyles();
  const { t, text, caption, columnCaption } = useTexts();
  const own = choices[file.file] ?? { columns: {} };
  const captionOf = (table: string) => (table === "targets" ? t("mapping.targets") : caption(table as never));
  const samples = (values: readonly string[]) =>
    values.length > 0 ? t("mapping.samples", { values: values.join(" · ") }) : undefined;
  const answer = (
    asked: "table" | "dates" | "decimals",
    values: readonly string[],
    label: (value: string) => string,
    examples: readonly string[] = [],
  ) => {
    const fault = wasSent ? answerFault(file, choices, asked) : undefined;
    return (
      <Question
        label={t(`mapping.${asked}`)}
        hint={samples(examples)}
        fault={fault && t(`mapping.${fault}`)}
        none={t("mapping.choose")}
        value={own[asked] ?? ""}
        options={values.map((value) => [value, label(value)])}
        isDisabled={isDisabled}
        onChange={(value) => onChange({ ...own, [asked]: value || undefined })}
      />
    );
  };
  const column = ({ name, label: told, required }: FileToMap["columns"][number]) => {
    const label = told ? text(told) : columnCaption(file.table ?? "", name);
    const fault = wasSent ? choiceFault(file, choices, name) : undefined;
    const heading = own.columns[name] ?? "";
    return (
      <Question
        key={name}
        label={required ? label : t("connect.optional", { label })}
        hint={samples(file.samples?.[heading] ?? [])}
        fault={fault && t(`mapping.${fault}`)}
        none={t(required ? "mapping.choose" : "mapping.none")}
        value={heading}
        options={[...new Set(file.headings)].map((each) => [each, each])}
        isDisabled={isDisabled}
        onChange={(value) => onChange({ ...own, columns: { ...own.columns, [name]: value } })}
      />
    );
  };
  const isFirst = ({ name, required, others }: FileToMap["columns"][number]) =>
    required || others !== undefined || (wasSent && choiceFault(file, choices, name) !== undefined);
  const later = file.columns.filter((one) => !isFirst(one));
  return (
    <fieldset className={styles.file}>
      <legend className={styles.legend}>{file.file}</legend>
      {!file.table &&
        answer("table", [...(file.tables ?? []), LEFT_OUT], (table) =>
          table === LEFT_OUT ? t("mapping.leaveOut") : captionOf(table),
        )}
      {!file.table && samples(file.headings) && (
        <span>{t("mapping.headings", { headings: file.headings.join(" · ") })}</span>
      )}
      {file.asksDates &&
        answer(
          "dates",
          DATE_ORDERS,
          (order) => t(`mapping.orders.${order as NonNullable<MappingEntry["dates"]>}`),
          samplesOfKind(file, choices, (kind) => kind === "date"),
        )}
      {file.asksDecimals &&
        answer(
          "decimals",
          DECIMAL_MARKS,
          (mark) => t(mark === "," ? "mapping.comma" : "mapping.point"),
          samplesOfKind(file, choices, (kind) => kind === "money" || kind === "number"),
        )}
      {file.columns.filter(isFirst).map(column)}
      {later.length > 0 && (
        <Disclosure label={t("mapping.others", { columns: later.length })}>
          <div className={styles.others}>{later.map(column)}</div>
        </Disclosure>
      )}
    </fieldset>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly fault: string | undefined;
  /** The choice of nothing. */
  readonly none: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

function Question({ label, hint, fault, none, value, options, isDisabled, onChange }: QuestionProps) {
  const styles = useStyles();
  return (
    <Field label={label} {...(hint && { hint })} validationMessage={fault}>
      <Select
        className={styles.select}
        value={value}
        disabled={isDisabled}
        onChange={(_, data) => onChange(data.value)}
      >
        <option value="">{none}</option>
        {options.map(([each, said]) => (
          <option key={each} value={each}>
            {said}
          </option>
        ))}
      </Select>
    </Field>
  );
}
