import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DocumentTableRegular, FolderOpenRegular } from "@fluentui/react-icons";
import { type ChangeEvent, useRef, useState } from "react";
import { useTexts } from "../context";
import { addFiles, sortFiles } from "../screens/connectionForm";
import { DismissButton } from "./DismissButton";

const useStyles = makeStyles({
  picker: { display: "flex", flexDirection: "column", gap: "8px" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  file: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    paddingBlock: "2px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { flexGrow: 1, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface FilePickerProps {
  readonly id?: string;
  readonly "aria-describedby"?: string;
  readonly files: readonly File[];
  readonly isDisabled: boolean;
  readonly onChange: (files: readonly File[]) => void;
}

/** Files chosen one by one or together, listed with their size, each removable. */
export function FilePicker({ id, files, isDisabled, onChange, ...described }: FilePickerProps) {
  const styles = useStyles();
  const { t, formats } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [ignored, setIgnored] = useState<readonly string[]>([]);

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const sorted = sortFiles([...(event.target.files ?? [])]);
    setIgnored(sorted.ignored);
    onChange(addFiles(files, sorted.kept));
    // So that the same file, corrected meanwhile, can be chosen again.
    event.target.value = "";
  };

  return (
    <div className={styles.picker}>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ods,.json"
        data-testid="file-input"
        onChange={choose}
      />
      <Button
        id={id}
        {...described}
        icon={<FolderOpenRegular />}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {t("files.choose")}
      </Button>
      {files.length > 0 && (
        <ul className={styles.list} aria-label={t("files.chosen")}>
          {files.map((file) => (
            <li key={file.name} className={styles.file}>
              <DocumentTableRegular />
              <Text className={styles.name}>{file.name}</Text>
              <Text size={200} className={styles.quiet}>
                {t("files.size", { size: formats.count(Math.ceil(file.size / 1_000)) })}
              </Text>
              <DismissButton
                label={t("files.remove", { file: file.name })}
                appearance="subtle"
                size="small"
                isDisabled={isDisabled}
                onClick={() => onChange(files.filter((other) => other !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      <Text size={200} className={styles.quiet}>
        {t("files.hint")}
      </Text>
      {ignored.length > 0 && (
        <Text size={200} role="status">
          {t("files.ignored", { files: ignored.join(", ") })}
        </Text>
      )}
    </div>
  );
}
