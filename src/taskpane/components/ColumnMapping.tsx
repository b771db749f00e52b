import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTexts } from "../context";
import type { FileToMap } from "../gatewayClient";
import { type ColumnChoices, choiceFault } from "../screens/columnChoices";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    outlineStyle: "none",
  },
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
});

interface ColumnMappingProps {
  readonly files: readonly FileToMap[];
  readonly choices: ColumnChoices;
  /** Faults are shown once the person tried to send. */
  readonly wasSent: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (file: string, column: string, heading: string) => void;
}

/** For each file whose headings are not all recognised: one select a column, required ones first. */
export function ColumnMapping({ files, choices, wasSent, isDisabled, onChange }: ColumnMappingProps) {
  const styles = useStyles();
  const { t, columnCaption } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // What comes instead of the connection is heard, and Tab goes on from there.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.section}>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {t("mapping.heading")}
      </h3>
      <Text>{t("mapping.intro")}</Text>
      {files.map((file) => (
        <fieldset key={file.file} className={styles.file}>
          <legend className={styles.legend}>{file.file}</legend>
          {[...file.columns]
            .sort((a, b) => Number(b.required) - Number(a.required))
            .map(({ name, required }) => {
              const label = columnCaption(file.table, name);
              const fault = wasSent ? choiceFault(file, choices, name) : undefined;
              return (
                <Field
                  key={name}
                  label={required ? label : t("connect.optional", { label })}
                  validationMessage={fault && t(`mapping.${fault}`)}
                >
                  <Select
                    value={choices[file.file]?.[name] ?? ""}
                    disabled={isDisabled}
                    onChange={(_, data) => onChange(file.file, name, data.value)}
                  >
                    <option value="">{t(required ? "mapping.choose" : "mapping.none")}</option>
                    {[...new Set(file.headings)].map((each) => (
                      <option key={each} value={each}>
                        {each}
                      </option>
                    ))}
                  </Select>
                </Field>
              );
            })}
        </fieldset>
      ))}
    </section>
  );
}
