import { Button, MessageBar, MessageBarBody, Spinner, Text } from "@fluentui/react-components";
import { ScalesRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import type { Compared } from "../../../sales/reconcile";
import { ScreenFrame } from "../../components/ScreenFrame";
import { usePaneState, useTexts } from "../../context";
import { ComparedTable } from "./ComparedTable";
import { type Comparison, useComparison } from "./useComparison";

/** "Contrôle": are the workbook's figures those of the CRM? */
export function ReconcilePage() {
  const { t } = useTranslation("reconcile");
  const { session } = usePaneState();
  const { comparison, compare } = useComparison();
  const isAsking = comparison.step === "asking";
  return (
    <ScreenFrame heading={t("heading")}>
      <Text>{t("intro")}</Text>
      {session ? (
        <Button
          appearance="primary"
          icon={<ScalesRegular />}
          disabledFocusable={isAsking}
          onClick={() => void compare()}
        >
          {t("compare")}
        </Button>
      ) : (
        <MessageBar layout="multiline">
          <MessageBarBody>{t("connectFirst")}</MessageBarBody>
        </MessageBar>
      )}
      <div aria-live="polite">
        <Outcome comparison={comparison} />
      </div>
    </ScreenFrame>
  );
}

function Outcome({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation("reconcile");
  const { sentence } = useTexts();
  if (comparison.step === "none") return null;
  if (comparison.step === "asking") return <Spinner label={t("asking")} />;
  if (comparison.step === "failed")
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{sentence(comparison.failure)}</MessageBarBody>
      </MessageBar>
    );
  return <Result compared={comparison.compared} />;
}

function Result({ compared }: { readonly compared: readonly Compared[] | undefined }) {
  const { t } = useTranslation("reconcile");
  if (!compared || compared.length === 0)
    return (
      <MessageBar layout="multiline">
        <MessageBarBody>{t("noTotals")}</MessageBarBody>
      </MessageBar>
    );
  const differing = compared.filter(({ agrees }) => !agrees).length;
  return (
    <>
      <MessageBar intent={differing === 0 ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          {differing === 0 ? t("agrees", { count: compared.length }) : t("differs", { count: differing })}
        </MessageBarBody>
      </MessageBar>
      <ComparedTable compared={compared} />
    </>
  );
}
