import { Button, Card, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular, ErrorCircleRegular, OpenRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../sales/failure";
import type { CopyFile } from "../../../sharing";
import { usePane, useTexts } from "../../context";
import { DriveShare } from "./DriveShare";
import { saveCopy } from "./save";

const useStyles = makeStyles({
  name: { overflowWrap: "anywhere" },
  // A name of 255 characters must not push the others away.
  short: {
    display: "-webkit-box",
    overflow: "hidden",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  fault: {
    color: tokens.colorStatusDangerForeground1,
    display: "flex",
    gap: "6px",
    overflowWrap: "anywhere",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface CopyRowProps {
  readonly label: string;
  readonly made: Result<CopyFile>;
  /** Undefined where this Excel keeps files from the person. */
  readonly onSave: ((work: () => void) => void) | undefined;
}

/** One copy: what it is called, and what one can do with it; or why there is none. */
export function CopyRow({ label, made, onSave }: CopyRowProps) {
  const styles = useStyles();
  const { sentence } = useTexts();
  return (
    <Card size="small" appearance="filled-alternative">
      <Text weight="semibold" className={mergeClasses(styles.name, styles.short)}>
        <bdi>{label}</bdi>
      </Text>
      {made.ok ? (
        <ReadyCopy file={made.value} onSave={onSave} />
      ) : (
        <Text className={styles.fault}>
          <ErrorCircleRegular aria-hidden />
          {sentence(made.failure)}
        </Text>
      )}
    </Card>
  );
}

interface ReadyCopyProps extends Pick<CopyRowProps, "onSave"> {
  readonly file: CopyFile;
}

function ReadyCopy({ file, onSave }: ReadyCopyProps) {
  const styles = useStyles();
  const { t } = useTranslation("share");
  const { sentence, formats } = useTexts();
  const { copies, onFault } = usePane().services;
  const [opened, setOpened] = useState<Result<void> | "opening">();
  const open = () => {
    setOpened("opening");
    copies.open(file.bytes).then(setOpened, onFault);
  };
  const { fileName, sheets, bytes, leftOut } = file;
  return (
    <>
      <Text size={200} className={mergeClasses(styles.name, styles.quiet)}>
        <bdi>{fileName}</bdi> · {t("size", { sheets, size: formats.count(Math.ceil(bytes.length / 1024)) })}
      </Text>
      {leftOut.length > 0 && <Text size={200}>{t("without", { kpis: leftOut.join(", ") })}</Text>}
      <div className={styles.actions}>
        {!copies.share && (
          <Button
            size="small"
            icon={<OpenRegular />}
            aria-label={t("openNamed", { file: fileName })}
            disabledFocusable={opened === "opening"}
            onClick={open}
          >
            {t("open")}
          </Button>
        )}
        {onSave && (
          <Button
            size="small"
            icon={<ArrowDownloadRegular />}
            aria-label={t("saveNamed", { file: fileName })}
            onClick={() => onSave(() => saveCopy(file))}
          >
            {t("save")}
          </Button>
        )}
      </div>
      <DriveShare file={file} />
      {opened && opened !== "opening" && (
        <Text size={200} role="status">
          {opened.ok ? t("opened") : sentence(opened.failure)}
        </Text>
      )}
    </>
  );
}
