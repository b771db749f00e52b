import { changesLost } from "../kit";
import { LABEL } from "./answers";
import type { Choices, Part } from "./part";
import type { Questions } from "./questions";

const MARK = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})\|(.*)$/;

/** A moment of the database, and the choices that its rows were read with. */
export const writeMark = (moment: string, choices: Choices): string => `${moment}|${printOf(choices)}`;

/**
 * The moment of a mark, as part of a filter: nothing else may be. Throws `source-changes-lost` where the rows were read
 * with other choices.
 */
export function readMark(mark: string, choices: Choices): string {
  const [, moment, print] = MARK.exec(mark) ?? [];
  if (moment !== undefined && print === printOf(choices)) return moment;
  throw changesLost(LABEL.fr);
}

const printOf = ({ visits, salesperson }: Choices): string => `${visits.join("+")} ${salesperson}`;

/** By `tms`, which the database moves by itself; small lists without it are given whole. */
export async function changedSince(part: Part, since: string, ask: Questions): Promise<string> {
  const all = part.namesCustomers === true && (await ask.customersMoved(since));
  return (all ? undefined : part.changedSince?.(since)) ?? everything(part);
}

/** A condition that every record meets. */
const everything = ({ idColumn }: Part): string => `(${idColumn}:>:0)`;
