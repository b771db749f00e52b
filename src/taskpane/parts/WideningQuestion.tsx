import { Button, Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePane, usePaneState } from "../context";

const useStyles = makeStyles({
  card: { backgroundColor: tokens.colorStatusWarningBackground1, overflowWrap: "anywhere" },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

/** Before a copy of a scope is refreshed with everything one may see: what that would do, and the way back first. */
export function WideningQuestion() {
  const { asksToWiden, provenance } = usePaneState();
  const scope = provenance?.circulated?.scope;
  return asksToWiden && scope !== undefined ? <Question scope={scope} /> : null;
}

function Question({ scope }: { readonly scope: string }) {
  const styles = useStyles();
  const { store, effects } = usePane();
  const { t } = useTranslation("share");
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <Card
      className={styles.card}
      appearance="filled-alternative"
      role="alertdialog"
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-text`}
    >
      <Text id={`${id}-heading`} weight="semibold">
        {t("widen.heading", { scope })}
      </Text>
      <Text id={`${id}-text`}>{t("widen.text")}</Text>
      <div className={styles.actions}>
        <Button ref={keep} appearance="primary" onClick={() => store.dispatch({ type: "widening-refused" })}>
          {t("widen.keep")}
        </Button>
        <Button onClick={() => void effects.refresh("widen")}>{t("widen.go")}</Button>
      </div>
    </Card>
  );
}
