import { useEffect, useState } from "react";
import type { KpiDefinition, RegisterEntry } from "../../../kpi";
import { usePane, useTexts } from "../../context";

const PAUSE_MS = 250;

/** The figure of an indicator after a pause in typing: null where nothing divides; or what keeps it from one. */
interface Preview {
  readonly value?: string | null;
  readonly failure?: string;
}

export function usePreview(entry: RegisterEntry | undefined, definition: KpiDefinition | undefined): Preview {
  const { register } = usePane().services;
  const { formats, sentence } = useTexts();
  const [preview, setPreview] = useState<Preview>({});
  const asked = entry && definition ? JSON.stringify([entry.kpi, entry.own]) : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked says when it is asked again
  useEffect(() => {
    setPreview({});
    if (!entry || !definition) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void register.preview(entry).then((answer) => {
        if (isOver) return;
        if (!answer.ok) setPreview({ failure: sentence(answer.failure) });
        else setPreview({ value: typeof answer.value === "number" ? written(answer.value) : null });
      });
    }, PAUSE_MS);
    const written = (value: number) => {
      const write = { money: formats.cents, percent: formats.percent } as const;
      const { unit } = definition;
      return unit === "money" || unit === "percent" ? write[unit](value) : formats.number(value);
    };
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return preview;
}
