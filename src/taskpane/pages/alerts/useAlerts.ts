import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Signature } from "../../../kpi";
import type { KeptAlerts } from "../../../live";
import { type Failure, failure, type Result } from "../../../sales/failure";
import { usePane, usePaneState, useTexts } from "../../context";
import type { Wording } from "./words";

/** The alerts as the workbook keeps them, kept up to date. */
export function useKept(): KeptAlerts | undefined {
  const { alerts } = usePane().services;
  return useSyncExternalStore(alerts.subscribe, alerts.now);
}

export interface AlertCommands {
  /** Runs one command at a time; answers its result, or undefined when it failed or another is under way. */
  readonly run: <T>(command: () => Promise<Result<T>>) => Promise<T | undefined>;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
}

/** A person's commands on this page, and their failure. */
export function useAlertCommands(): AlertCommands {
  const { onFault } = usePane().services;
  const [isBusy, setIsBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>();
  const run = useCallback(
    async <T>(command: () => Promise<Result<T>>): Promise<T | undefined> => {
      setIsBusy(true);
      try {
        const result = await command();
        setFailed(result.ok ? undefined : result.failure);
        return result.ok ? result.value : undefined;
      } catch (thrown) {
        onFault(thrown);
        setFailed(failure("internal"));
        return undefined;
      } finally {
        setIsBusy(false);
      }
    },
    [onFault],
  );
  return { run, isBusy, failure: failed };
}

/** Reads the alerts when the page opens: the sheet may have been edited since. */
export function useReading({ run }: Pick<AlertCommands, "run">): void {
  const { alerts } = usePane().services;
  useEffect(() => {
    void run(alerts.read);
  }, [alerts, run]);
}

/** The signature of a command: person and time. */
export function useSignature(): () => Signature {
  const { userName, now } = usePane().services;
  const { session } = usePaneState();
  const { t } = useTranslation("alerts");
  return () => ({
    by: session?.user || userName.read() || t("somebody"),
    at: new Date(now()).toISOString(),
  });
}

/** The language and formats for the words of this page. */
export function useWording(): Wording {
  const { t } = useTranslation("alerts");
  const { formats, language } = useTexts();
  return { t, formats, language };
}
