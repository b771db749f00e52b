import { Button, MessageBar, MessageBarBody, makeStyles, Text } from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowUndoRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePane } from "../../context";
import { CopyRow } from "./CopyRow";
import type { RunState } from "./run";
import { saveAll } from "./save";

const useStyles = makeStyles({
  made: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: { margin: 0, outlineStyle: "none" },
  rows: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

interface CopiesMadeProps {
  readonly state: RunState;
  readonly onAgain: () => void;
}

/** The copies, each to be opened in Excel or saved; those that could not be made say why. */
export function CopiesMade({ state: { planned, outcomes }, onAgain }: CopiesMadeProps) {
  const styles = useStyles();
  const { t } = useTranslation("share");
  const { copies, onFault } = usePane().services;
  const [isSaved, setIsSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const files = outcomes.flatMap(({ made }) => (made.ok ? [made.value] : []));
  const canSave = copies.canSave();
  const save = (work: () => void) => {
    Promise.resolve()
      .then(work)
      .then(() => setIsSaved(true), onFault);
  };
  return (
    <div className={styles.made}>
      <Text as="h3" block weight="semibold" ref={heading} tabIndex={-1} className={styles.heading}>
        {files.length > 0 ? t("ready", { count: files.length }) : t("none")}
      </Text>
      {outcomes.length < planned.length && (
        <Text>{t("stopped", { number: outcomes.length, total: planned.length })}</Text>
      )}
      {!canSave && files.length > 0 && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t("noSaving")}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.rows}>
        {outcomes.map(({ planned: { fileName, label }, made }) => (
          <li key={fileName}>
            <CopyRow label={label} made={made} onSave={canSave ? save : undefined} />
          </li>
        ))}
      </ul>
      <Text size={200} role="status">
        {isSaved && t("saved")}
      </Text>
      <div className={styles.actions}>
        {canSave && files.length > 1 && (
          <Button
            appearance="primary"
            icon={<ArrowDownloadRegular />}
            onClick={() => save(() => saveAll(files))}
          >
            {t("saveAll")}
          </Button>
        )}
        <Button icon={<ArrowUndoRegular />} onClick={onAgain}>
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
