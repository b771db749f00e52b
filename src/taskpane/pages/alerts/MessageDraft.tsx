import { Button, Field, Input, makeStyles, Select, Text, Textarea, tokens } from "@fluentui/react-components";
import { CopyRegular, DismissRegular, MailArrowUpRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import type { Standing } from "../../../kpi";
import type { Recipients } from "../../../live";
import type { EpochDay } from "../../../sales/calendar";
import { usePane } from "../../context";
import { copyText } from "../../copyText";
import {
  isAddress,
  type Message,
  mailLink,
  messageOf,
  RECIPIENTS,
  type Recipient,
  usualRecipient,
} from "./message";
import { type AlertCommands, useWording } from "./useAlerts";

const useStyles = makeStyles({
  draft: { display: "flex", flexDirection: "column", gap: "8px" },
  body: { minHeight: "180px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface MessageDraftProps {
  readonly alert: Standing;
  readonly recipients: Recipients;
  readonly dataDate: EpochDay;
  readonly commands: AlertCommands;
  readonly onClose: () => void;
}

/** A message about an alert, ready to be changed, copied or opened in the mail program. */
export function MessageDraft({ alert, recipients, dataDate, commands, onClose }: MessageDraftProps) {
  const styles = useStyles();
  const { alerts } = usePane().services;
  const wording = useWording();
  const { t } = wording;
  const body = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState("");
  const [recipient, setRecipient] = useState<Recipient>(usualRecipient(alert));
  const [typed, setTyped] = useState<Readonly<Partial<Record<Recipient, string>>>>({});
  const [message, change] = useMessage(alert, dataDate, wording);
  useEffect(() => heading.current?.focus(), []);
  const address = (typed[recipient] ?? recipients[recipient] ?? "").trim();
  const isValid = isAddress(address);
  const keepAddress = () => {
    if (isValid && address !== (recipients[recipient] ?? ""))
      void commands.run(() =>
        alerts.keep({
          book: (book) => ({ ...book, recipients: { ...book.recipients, [recipient]: address } }),
        }),
      );
  };
  const copy = async () => {
    if (body.current) setSaid(t((await copyText(body.current)) ? "message.copied" : "message.notCopied"));
  };
  return (
    <div className={styles.draft}>
      <Text as="h4" block weight="semibold" ref={heading} tabIndex={-1} style={{ margin: 0 }}>
        {t("message.heading")}
      </Text>
      <Field label={t("message.to")}>
        <Select value={recipient} onChange={(_, { value }) => setRecipient(value as Recipient)}>
          {RECIPIENTS.map((id) => (
            <option key={id} value={id}>
              {t(`message.${id}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t("message.address")}
        hint={t("message.addressHint")}
        validationMessage={isValid ? undefined : t("message.addressInvalid")}
      >
        <Input
          type="email"
          value={typed[recipient] ?? recipients[recipient] ?? ""}
          onChange={(_, { value }) => setTyped({ ...typed, [recipient]: value })}
          onBlur={keepAddress}
        />
      </Field>
      <Field label={t("message.subject")}>
        <Input value={message.subject} onChange={(_, { value }) => change({ ...message, subject: value })} />
      </Field>
      <Field label={t("message.body")}>
        <Textarea
          className={styles.body}
          textarea={{ ref: body }}
          resize="vertical"
          value={message.body}
          onChange={(_, { value }) => change({ ...message, body: value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy()}>
          {t("message.copy")}
        </Button>
        <Button as="a" icon={<MailArrowUpRegular />} href={mailLink(isValid ? address : "", message)}>
          {t("message.openMail")}
        </Button>
        <Button appearance="subtle" icon={<DismissRegular />} onClick={onClose}>
          {t("message.close")}
        </Button>
      </div>
      <Text size={200} role="status">
        {said}
      </Text>
      <Text size={200} className={styles.quiet}>
        {t("message.openMailHint")}
      </Text>
    </div>
  );
}

/** The draft at once, with the rows behind its figure as soon as they are counted; a change of the person's stays. */
function useMessage(
  alert: Standing,
  dataDate: EpochDay,
  wording: ReturnType<typeof useWording>,
): [Message, (message: Message) => void] {
  const { alerts, onFault } = usePane().services;
  const [changed, change] = useState<Message>();
  const [rowCount, setRowCount] = useState<number>();
  useEffect(() => {
    let isShown = true;
    alerts.explain(alert).then((found) => {
      if (isShown && found.ok) setRowCount(found.value.explanation.rowCount);
    }, onFault);
    return () => {
      isShown = false;
    };
  }, [alerts, alert, onFault]);
  const decision = alerts.entryOf(alert.kpi)?.decisions[alert.tier] ?? "";
  return [changed ?? messageOf({ alert, dataDate, rowCount, decision }, wording), change];
}
