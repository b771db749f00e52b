import { useEffect, useState } from "react";
import { completionAt, type KpiRegistry, memberChoices } from "../../../kpi";
import { usePane, useTexts } from "../../context";

const MOST_SHOWN = 6;

/** The word at the caret of a calculation, and what it may become. */
export function useChoices(text: string, caret: number, kpis: KpiRegistry) {
  const { register } = usePane().services;
  const { language } = useTexts();
  const [members, setMembers] = useState<Readonly<Record<string, readonly string[]>>>({});
  const completion = completionAt(text, caret, kpis, language);
  const axis = completion && "membersOf" in completion.choices ? completion.choices.membersOf : undefined;

  useEffect(() => {
    if (axis === undefined) return;
    let isOver = false;
    void register.members(axis).then((found) => {
      if (!isOver && found.ok) setMembers((known) => ({ ...known, [axis]: found.value }));
    });
    return () => {
      isOver = true;
    };
  }, [axis, register]);

  if (!completion) return undefined;
  const { from, typed, choices } = completion;
  const words = "membersOf" in choices ? memberChoices(typed, members[choices.membersOf] ?? []) : choices;
  return { from, typed, words: words.filter((word) => word !== typed).slice(0, MOST_SHOWN) };
}
