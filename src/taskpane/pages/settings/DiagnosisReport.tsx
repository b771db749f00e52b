import { Button, Field, makeStyles, Text, Textarea } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "../../copyText";

const ROWS = 8;
const useStyles = makeStyles({ field: { width: "100%" } });

/** The text to send back, and a button that copies it. */
export function DiagnosisReport({ text }: { readonly text: string }) {
  const styles = useStyles();
  const { t } = useTranslation("settings");
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <Field label={t("report")} hint={t("reportHint")} className={styles.field}>
        <Textarea ref={field} readOnly value={text} rows={ROWS} resize="vertical" />
      </Field>
      <Button
        onClick={() => {
          if (field.current) void copyText(field.current).then(setCopied);
        }}
      >
        {t("copy")}
      </Button>
      <div role="status">
        {copied !== undefined && <Text size={200}>{t(copied ? "copied" : "notCopied")}</Text>}
      </div>
    </>
  );
}
