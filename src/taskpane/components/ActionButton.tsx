import { Button } from "@fluentui/react-components";
import {
  ArrowClockwiseRegular,
  ArrowSyncFilled,
  ArrowSyncRegular,
  DataBarVerticalRegular,
  LightbulbRegular,
  PersonEditRegular,
  PlugDisconnectedRegular,
  StopRegular,
  TableAddRegular,
} from "@fluentui/react-icons";
import type { ComponentType } from "react";
import type { ActionId } from "../actions";
import { usePane, usePaneState, useTexts } from "../context";

const ICONS: Readonly<Record<ActionId, ComponentType>> = {
  refresh: ArrowSyncFilled,
  stop: StopRegular,
  showDashboards: DataBarVerticalRegular,
  changeSource: PlugDisconnectedRegular,
  checkAgain: ArrowClockwiseRegular,
  explain: LightbulbRegular,
  writeDetail: TableAddRegular,
  keepEdits: PersonEditRegular,
  overwriteEdits: ArrowSyncRegular,
};

interface ActionButtonProps {
  readonly action: ActionId;
  readonly appearance?: "primary" | "secondary" | "subtle";
  readonly size?: "small" | "medium" | "large";
  readonly className?: string;
}

/** A button of one of the pane's actions. It stays focusable while disabled, so that focus is never lost. */
export function ActionButton({ action, appearance = "secondary", ...rest }: ActionButtonProps) {
  const { actions } = usePane();
  const { t } = useTexts();
  const isEnabled = actions[action].isEnabled(usePaneState());
  const Icon = ICONS[action];
  return (
    <Button
      {...rest}
      appearance={appearance}
      icon={<Icon />}
      disabledFocusable={!isEnabled}
      onClick={() => void actions[action].run()}
    >
      {t(`actions.${action}`)}
    </Button>
  );
}
