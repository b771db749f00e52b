import { changesLost } from "../kit";
import { LABEL } from "./client";
import type { Part } from "./part";
import type { Questions } from "./questions";

const MARK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A mark as part of a filter: nothing but a moment may be. */
export function readMark(mark: string): string {
  if (MARK.test(mark)) return mark;
  throw changesLost(LABEL.fr);
}

/** By `tms`, which the database moves by itself; small lists without it are given whole. */
export async function changedSince(part: Part, since: string, ask: Questions): Promise<string> {
  const all = part.namesCustomers === true && (await ask.customersMoved(since));
  return (all ? undefined : part.changedSince?.(since)) ?? everything(part);
}

/** A condition that every record meets. */
const everything = ({ idColumn }: Part): string => `(${idColumn}:>:0)`;
