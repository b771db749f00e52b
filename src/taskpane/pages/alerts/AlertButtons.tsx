import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
} from "@fluentui/react-components";
import {
  AddSquareRegular,
  EyeRegular,
  LightbulbRegular,
  MailRegular,
  PauseRegular,
  PlayRegular,
} from "@fluentui/react-icons";
import { type ComponentType, type RefObject, useState } from "react";
import { type Pause, type Standing, withAttention } from "../../../kpi";
import type { EpochDay } from "../../../sales/calendar";
import { usePane } from "../../context";
import { proposedAction } from "./proposal";
import { type AlertCommands, useSignature, useWording } from "./useAlerts";
import { alertName } from "./words";

const DAYS_OF_PAUSE = [7, 30] as const;

const useStyles = makeStyles({ buttons: { display: "flex", flexWrap: "wrap", gap: "4px" } });

interface AlertButtonsProps {
  readonly alert: Standing;
  readonly isSeen: boolean;
  readonly isPaused: boolean;
  readonly dataDate: EpochDay;
  readonly commands: AlertCommands;
  readonly writeButton: RefObject<HTMLButtonElement | null>;
  readonly isWriting: boolean;
  readonly onWrite: () => void;
}

/** The buttons of one alert; each names the alert for screen readers. */
export function AlertButtons({
  alert,
  isSeen,
  isPaused,
  dataDate,
  commands: { run, isBusy },
  writeButton,
  isWriting,
  onWrite,
}: AlertButtonsProps) {
  const styles = useStyles();
  const { store, services } = usePane();
  const { alerts } = services;
  const wording = useWording();
  const { t } = wording;
  const sign = useSignature();
  const [created, setCreated] = useState("");
  const name = alertName(alert, wording);
  const shared = (label: string, Icon: ComponentType) => ({
    size: "small" as const,
    icon: <Icon />,
    "aria-label": t("for", { action: label, alert: name }),
    disabledFocusable: isBusy,
    children: label,
  });
  const attend = (changed: Parameters<typeof withAttention>[2]) =>
    void run(() =>
      alerts.keep({
        book: (book) => ({ ...book, attention: withAttention(book.attention, alert, changed) }),
      }),
    );
  const pause = (until: Pause["until"]) => attend({ pause: { ...sign(), until, tier: alert.tier } });
  const createAction = async () => {
    const add = proposedAction(alert, alerts.entryOf(alert.kpi), dataDate, wording);
    const kept = await run(() => alerts.keep({ add }));
    const id = kept?.book.actions.at(-1)?.id;
    if (kept && id !== undefined) setCreated(t("created", { id, sheet: kept.sheetName ?? "" }));
  };
  const explain = async () => {
    const found = await run(() => alerts.explain(alert));
    if (found) store.dispatch({ type: "explained", cell: { address: name, found } });
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button
          {...shared(t("seen"), EyeRegular)}
          disabledFocusable={isBusy || isSeen}
          onClick={() => attend({ seen: { ...sign(), tier: alert.tier, period: alert.period } })}
        />
        {isPaused ? (
          <Button {...shared(t("resume"), PlayRegular)} onClick={() => attend({ pause: undefined })} />
        ) : (
          <Menu inline>
            <MenuTrigger disableButtonEnhancement>
              <Button {...shared(t("pause"), PauseRegular)} />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {DAYS_OF_PAUSE.map((days) => (
                  <MenuItem key={days} onClick={() => pause(dataDate + days)}>
                    {t("pauseDays", { days })}
                  </MenuItem>
                ))}
                <MenuItem onClick={() => pause("worse")}>{t("pauseWorse")}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Button {...shared(t("createAction"), AddSquareRegular)} onClick={() => void createAction()} />
        <Button {...shared(t("explain"), LightbulbRegular)} onClick={() => void explain()} />
        <Button
          {...shared(t("write"), MailRegular)}
          ref={writeButton}
          aria-expanded={isWriting}
          onClick={onWrite}
        />
      </div>
      <Text size={200} role="status">
        {created}
      </Text>
    </>
  );
}
