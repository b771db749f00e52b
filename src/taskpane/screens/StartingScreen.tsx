import { Spinner } from "@fluentui/react-components";
import { useTexts } from "../context";

export function StartingScreen() {
  const { t } = useTexts();
  return <Spinner size="small" labelPosition="after" label={t("starting")} />;
}
