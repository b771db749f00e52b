import { createContext, useContext, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { type Formats, formatsOf, sentence, setAsideReason } from "../i18n";
import { TARGETS } from "../kept";
import type { Failure } from "../sales/failure";
import { TABLES, type TableName } from "../sales/schema";
import type { RejectedRow } from "../sales/stream";
import type { Language, Text } from "../sales/text";
import type { PaneActions } from "./actions";
import type { AutomaticRefresh } from "./automatic/automaticRefresh";
import type { Effects } from "./effects";
import type { PaneServices } from "./services";
import type { PaneState } from "./state";
import type { PaneStore } from "./store";

/** The pane's inside: made once by `createPane`, shared by the ribbon and the screens. */
export interface Pane {
  readonly store: PaneStore;
  readonly effects: Effects;
  readonly actions: PaneActions;
  readonly automatic: AutomaticRefresh;
  readonly services: PaneServices;
}

const PaneContext = createContext<Pane | undefined>(undefined);
export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("usePane outside of PaneProvider");
  return pane;
}

export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** Everything the screens say, in the pane's language. */
export function useTexts() {
  const { t } = useTranslation("pane");
  const { language } = usePane().services;
  const formats = formatsOf(language);
  return {
    t,
    language,
    formats,
    text: (text: Text) => text[language],
    caption: (table: TableName) => TABLES[table].caption[language],
    columnCaption: (table: string, column: string) => columnCaption(table, column, language),
    sentence: (failure: Failure) => sentence(failure, language),
    setAsideReason: (row: RejectedRow) => setAsideReason(row, language),
    elapsed: (milliseconds: number) => elapsed(milliseconds, formats),
  };
}

/** `targets` is a file's table too; what no declaration names stays as it is. */
function columnCaption(table: string, column: string, language: Language): string {
  const caption =
    table === "targets"
      ? TARGETS.columns[column as keyof typeof TARGETS.columns]?.caption
      : TABLES[table as TableName]?.columns.find(({ name }) => name === column)?.caption;
  return caption?.[language] ?? column;
}

/** `3,2 s`, then `1 min 05 s`. */
function elapsed(milliseconds: number, formats: Formats): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${formats.number(Math.round(seconds * 10) / 10)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}
