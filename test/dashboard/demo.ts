import { type OpenSource, openSource } from "../../src/cli/source";
import { gatherFacts, type LayoutFacts } from "../../src/dashboard/facts";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import type { Answerer } from "../../src/formula";
import { kpiAnswerer } from "../../src/functions";

/** The demo company with its targets, the real functions, and the facts that every dashboard depends on. */
export interface Demo {
  readonly open: OpenSource;
  readonly facts: LayoutFacts;
  readonly answerer: Answerer;
}

export async function openDemo(lines: number): Promise<Demo> {
  const open = await openSource({
    source: `demo:lines=${lines},seed=7`,
    dataDate: "2026-11-22",
    help: false,
    frozen: false,
    live: false,
    scopes: [],
    language: "fr",
  });
  const facts = await gatherFacts(open.source, DASHBOARDS, "fr");
  if (!facts.ok) throw new Error(facts.failure.code);
  return { open, facts: facts.value, answerer: kpiAnswerer(open, "fr") };
}
