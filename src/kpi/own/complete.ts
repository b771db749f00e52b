import { fold } from "../../sales/fold";
import type { Language } from "../../sales/text";
import type { AxisId, DimensionId } from "../definition";
import { AXES, parseAxis } from "../dimensions";
import type { KpiRegistry } from "../registry";

/** The word of a calculation that is being typed, and what may stand in its place. */
export interface Completion {
  /** Place where the word begins, from 0. */
  readonly from: number;
  readonly typed: string;
  /** Words that it may become; of a member, asked of the data by its dimension. */
  readonly choices: readonly string[] | { readonly membersOf: DimensionId };
}

const NAME_BEFORE = /[\p{L}_][\p{L}\p{N}_]*$/u;
const OPEN_FILTERS = /([\p{L}_][\p{L}\p{N}_]*)\s*\(([^()=]*=(?:[^()]|\([^()]*\))*|[^()]*)$/u;

/** The word before the caret; undefined where a number, an operator or nothing stands. */
export function completionAt(
  text: string,
  caret: number,
  kpis: KpiRegistry,
  language: Language,
): Completion | undefined {
  const before = text.slice(0, caret);
  const filters = filtersOpen(before, kpis);
  if (filters) return inFilter(before, filters, language);
  const name = NAME_BEFORE.exec(before);
  if (!name) return undefined;
  const choices = kpis.all.map(({ id }) => id).filter((id) => id.startsWith(name[0].toUpperCase()));
  return { from: name.index, typed: name[0], choices: choices.filter((id) => id !== name[0]) };
}

interface OpenFilters {
  readonly dimensions: readonly AxisId[];
  /** The text after the last separator. */
  readonly from: number;
  readonly part: string;
}

/** The parenthesis of a KPI that is still open before the caret. */
function filtersOpen(before: string, kpis: KpiRegistry): OpenFilters | undefined {
  const open = OPEN_FILTERS.exec(before);
  const kpi = open && kpis.find(open[1]!);
  if (!open || !kpi?.ok) return undefined;
  const inside = open[2]!;
  const from = before.length - inside.length + inside.lastIndexOf(";") + 1;
  return { dimensions: kpi.value.dimensions, from, part: before.slice(from) };
}

function inFilter(before: string, { dimensions, from, part }: OpenFilters, language: Language): Completion {
  const equals = part.indexOf("=");
  if (equals < 0) {
    const typed = part.trimStart();
    const choices = dimensions
      .map((axis) => ({ axis, words: [axis, AXES[axis].label[language]] }))
      .filter(({ words }) => words.some((word) => fold(word).startsWith(fold(typed))))
      .map(({ axis, words }) => `${language === "fr" ? axis : fold(words[1]!)}=`);
    return { from: before.length - typed.length, typed, choices };
  }
  const axis = parseAxis(part.slice(0, equals));
  const member = part.slice(Math.max(equals, part.lastIndexOf("|")) + 1).trimStart();
  const isOwn = axis.ok && dimensions.includes(axis.value);
  return {
    from: Math.max(from, before.length - member.length),
    typed: member,
    choices: isOwn ? { membersOf: axis.value as DimensionId } : [],
  };
}

/** The members that a word may become, those that begin so first; names that need them in quotes. */
export function memberChoices(typed: string, members: readonly string[]): readonly string[] {
  const wanted = fold(typed.replace(/^"/, ""));
  const among = members.filter((member) => fold(member).includes(wanted));
  const begins = (member: string) => Number(fold(member).startsWith(wanted));
  return [...among].sort((a, b) => begins(b) - begins(a)).map(asTyped);
}

/** A member as a calculation names it. */
const asTyped = (member: string): string =>
  /^(?:\([^()]*\)|[^|;()"])+$/.test(member) ? member : `"${member.replaceAll('"', '""')}"`;
