import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { usePane, useTexts } from "../context";
import type { FileToMap, ColumnMapping as Mapping } from "../gatewayClient";
import { handOver } from "../handOver";
import type { ColumnChoices, FileChoices } from "./choices";
import { FileQuestions } from "./FileQuestions";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    outlineStyle: "none",
  },
});

interface ColumnMappingProps {
  readonly files: readonly FileToMap[];
  readonly choices: ColumnChoices;
  /** The answers so far, as the command line takes them. */
  readonly mapping: Mapping;
  /** Some answers are those of an earlier export of the same headings. */
  readonly isRecalled: boolean;
  /** Faults are shown once the person tried to send. */
  readonly wasSent: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (file: string, choices: FileChoices) => void;
}

/** The questions about the files that are not understood by themselves, and their answers as a file. */
export function ColumnMapping({
  files,
  choices,
  mapping,
  isRecalled,
  wasSent,
  isDisabled,
  onChange,
}: ColumnMappingProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const { copies } = usePane().services;
  const heading = useRef<HTMLHeadingElement>(null);
  // What comes instead of the connection is heard, and Tab goes on from there.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.section}>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {t("mapping.heading")}
      </h3>
      <Text>{t(isRecalled ? "mapping.recalled" : "mapping.intro")}</Text>
      {files.map((file) => (
        <FileQuestions
          key={file.file}
          file={file}
          choices={choices}
          wasSent={wasSent}
          isDisabled={isDisabled}
          onChange={(changed) => onChange(file.file, changed)}
        />
      ))}
      {copies.canSave() && (
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            handOver(JSON.stringify(mapping, undefined, 2), "vigie-mapping.json", "application/json")
          }
        >
          {t("mapping.download")}
        </Button>
      )}
    </section>
  );
}
