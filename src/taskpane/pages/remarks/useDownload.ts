import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../../sales/failure";
import { usePane, useTexts } from "../../context";
import type { Session } from "../../gatewayClient";
import { handOver } from "../../handOver";
import { csvOf } from "./csv";

/** Reads every row set aside and hands them over as a file. Leaving the page takes the question back. */
export function useDownload() {
  const { gateway } = usePane().services;
  const { t } = useTranslation("remarks");
  const { caption, columnCaption, setAsideReason, language } = useTexts();
  const [isUnderWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const reading = useRef<AbortController>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  const download = async (session: Session): Promise<void> => {
    if (isUnderWay) return;
    reading.current = new AbortController();
    const { signal } = reading.current;
    setUnderWay(true);
    setFailure(undefined);
    const rows = await gateway.setAside(session, signal);
    if (signal.aborted) return;
    setUnderWay(false);
    if (!rows.ok) {
      setFailure(rows.failure);
      return;
    }
    const lines = rows.value.map((row) => [
      caption(row.table),
      row.origin,
      row.id ?? "",
      row.column === undefined ? "" : columnCaption(row.table, row.column),
      setAsideReason(row),
    ]);
    const headings = (["table", "origin", "id", "column", "reason"] as const).map((name) =>
      t(`columns.${name}`),
    );
    handOver(csvOf([headings, ...lines], language), t("file"), "text/csv;charset=utf-8");
  };
  return { isUnderWay, failure, download };
}
