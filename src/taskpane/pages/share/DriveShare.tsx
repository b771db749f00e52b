import { Button, Field, Input, Link, Text } from "@fluentui/react-components";
import { PersonAddRegular, PersonDeleteRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../../sales/failure";
import type { CopyFile } from "../../../sharing";
import { usePane, useTexts } from "../../context";
import type { SharedCopy } from "../../copies";

/** Addresses typed with commas, semicolons or spaces between them. */
const readersIn = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter(Boolean);

interface DriveShareProps {
  readonly file: CopyFile;
}

/** Lets some people read one copy in the person's Drive, and takes that away again; nothing where the host has no Drive. */
export function DriveShare({ file }: DriveShareProps) {
  const { t } = useTranslation("share");
  const { sentence } = useTexts();
  const { copies, onFault } = usePane().services;
  const [typed, setTyped] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [shared, setShared] = useState<SharedCopy>();
  const [refusal, setRefusal] = useState<Failure>();
  const { share, revoke } = copies;
  if (!share || !revoke) return null;

  const run = (work: () => Promise<void>) => {
    setIsBusy(true);
    setRefusal(undefined);
    work()
      .catch(onFault)
      .finally(() => setIsBusy(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const readers = readersIn(typed);
    if (readers.length === 0) return;
    run(async () => {
      const made = await share(file, readers);
      if (made.ok) setShared(made.value);
      else setRefusal(made.failure);
    });
  };
  const end = (id: string) =>
    run(async () => {
      const ended = await revoke(id);
      if (ended.ok) setShared(undefined);
      else setRefusal(ended.failure);
    });

  return (
    <form onSubmit={submit}>
      {shared ? (
        <Text block>
          <Link href={shared.address} target="_blank" rel="noreferrer">
            {t("driveOpen")}
          </Link>
        </Text>
      ) : (
        <Field label={t("driveReaders", { label: file.label })} hint={t("driveHint")}>
          <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      )}
      {shared ? (
        <Button
          size="small"
          icon={<PersonDeleteRegular />}
          disabledFocusable={isBusy}
          onClick={() => end(shared.id)}
        >
          {t("driveRevoke")}
        </Button>
      ) : (
        <Button size="small" type="submit" icon={<PersonAddRegular />} disabledFocusable={isBusy}>
          {t("driveShare")}
        </Button>
      )}
      {refusal && (
        <Text block role="alert">
          {sentence(refusal)}
        </Text>
      )}
    </form>
  );
}
