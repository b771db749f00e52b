import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ShareRegular } from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { UNKNOWN_MEMBER } from "../../../kpi";
import { COPY_KINDS, type CopyKind } from "../../../sharing";
import { usePane, usePaneState } from "../../context";
import { MemberPicker } from "./MemberPicker";
import { ASKED, type Members, type Owner, type ShareRequest, SPLITS, type Split, scopesOf } from "./request";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "16px" },
  hint: { display: "block", color: tokens.colorNeutralForeground2 },
});

const NOBODY: Members = { region: [], commercial: [] };

/** Copies for everybody are one click away, though what belongs to nobody waits for none; a choice starts empty. */
function firstTicked({ region, commercial }: Members): Readonly<Record<Split, Members>> {
  const people = (names: readonly string[]) => names.filter((name) => name !== UNKNOWN_MEMBER);
  const everybody = { region: people(region), commercial: people(commercial) };
  return { whole: NOBODY, region: everybody, commercial: everybody, chosen: NOBODY };
}

interface ShareFormProps {
  readonly members: Members;
  readonly onMake: (request: ShareRequest) => Promise<void>;
}

export function ShareForm({ members, onMake }: ShareFormProps) {
  const styles = useStyles();
  const { t } = useTranslation("share");
  const { services } = usePane();
  const { session } = usePaneState();
  const [kind, setKind] = useState<CopyKind>("frozen");
  const [split, setSplit] = useState<Split>("region");
  const [ticked, setTicked] = useState(() => firstTicked(members));
  const [by, setBy] = useState(session?.user || services.userName.read());
  const count = scopesOf({ split, ticked: ticked[split] }).length;
  const tick = (owner: Owner, names: readonly string[]) =>
    setTicked({ ...ticked, [split]: { ...ticked[split], [owner]: names } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count > 0) onMake({ kind, split, ticked: ticked[split], by }).catch(services.onFault);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={t("kind.label")}>
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as CopyKind)}>
          {COPY_KINDS.map((each) => (
            <Choice key={each} value={each} name={t(`kind.${each}`)} hint={t(`kind.${each}Hint`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t("split.label")}>
        <RadioGroup value={split} onChange={(_, { value }) => setSplit(value as Split)}>
          {SPLITS.map((each) => (
            <Choice key={each} value={each} name={t(`split.${each}`)} hint={t(`split.${each}Hint`)} />
          ))}
        </RadioGroup>
      </Field>
      {ASKED[split].map((owner) => (
        <MemberPicker
          key={`${split} ${owner}`}
          label={t(`members.${owner}`)}
          members={members[owner]}
          ticked={ticked[split][owner]}
          onTick={(names) => tick(owner, names)}
        />
      ))}
      {kind === "live" && (
        <Field label={t("by")} hint={t("byHint")}>
          <Input value={by} autoComplete="name" onChange={(_, { value }) => setBy(value)} />
        </Field>
      )}
      {count === 0 && <Text role="status">{t("members.nobody")}</Text>}
      <Button
        type="submit"
        appearance="primary"
        size="large"
        icon={<ShareRegular />}
        disabledFocusable={count === 0}
      >
        {t("make", { count: Math.max(1, count) })}
      </Button>
    </form>
  );
}

/** A choice, and who gets what by it. */
function Choice({
  value,
  name,
  hint,
}: {
  readonly value: string;
  readonly name: string;
  readonly hint: string;
}) {
  const styles = useStyles();
  const label = (
    <>
      {name}
      <Text size={200} className={styles.hint}>
        {hint}
      </Text>
    </>
  );
  return <Radio value={value} label={label} />;
}
