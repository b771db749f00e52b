import {
  type AlertHistory,
  earlyRule,
  faceOf,
  isEarly,
  openAlerts,
  sinceLastMonday,
  TIER_FACES,
  type Tier,
  type TierChange,
  tierBefore,
  windowLabel,
} from "../../kpi";
import { address } from "../../sales/a1";
import { type EpochDay, formatIsoDay, toExcelSerial } from "../../sales/calendar";
import type { Rectangle } from "../../sales/rectangle";
import type { Language, Text } from "../../sales/text";
import type { AlertsBlock } from "../declaration";
import { UNIT_FORMATS } from "../formats";
import type { CellContent, CellStyle, PlannedCell } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockKind, cell, text } from "./fragment";
import { tierRules } from "./tierRules";

/** One alert or change, the same in every list. */
type Line = Omit<TierChange, "refreshedAt">;

/** The lines of each list, of the last refresh; the most urgent first. */
const LISTS: Readonly<Record<AlertsBlock["list"], (history: AlertHistory) => readonly Line[]>> = {
  open: (history) =>
    openAlerts(history).map((standing) => ({
      ...standing,
      from: tierBefore(history, standing),
      to: standing.tier,
      on: standing.since,
    })),
  monday: sinceLastMonday,
};

const EMPTY: Readonly<Record<AlertsBlock["list"], Text>> = {
  open: { fr: "Aucune alerte.", en: "No alert." },
  monday: { fr: "Rien n'a changé.", en: "Nothing changed." },
};
const MORE: Text = { fr: "autres, dans le volet Vigie", en: "more, in Vigie's pane" };
const TOTAL: Text = { fr: "Total", en: "Total" };
const NOT_WATCHED: Text = { fr: "non suivi", en: "not watched" };
const DATE_FORMATS: Text = { fr: "dd/mm/yyyy", en: "yyyy-mm-dd" };

/** A column of the list: the stops it spans (see `BlockContext.stops`), its heading and a line's text. */
interface Column {
  readonly stops: readonly [first: number, last: number];
  readonly caption: Text;
  readonly isFigure?: true;
  readonly content: (line: Line, language: Language) => CellContent;
  readonly numberFormat?: (line: Line, language: Language) => string;
}

const COLUMNS: readonly Column[] = [
  {
    stops: [0, 0],
    caption: { fr: "Strate", en: "Tier" },
    content: ({ to }, language) => text(word(to, language)),
  },
  {
    stops: [1, 2],
    caption: { fr: "Indicateur", en: "KPI" },
    content: (line, language) => text((earlyRule(line.rule) ?? faceOf(line))?.label[language] ?? line.kpi),
  },
  {
    stops: [3, 4],
    caption: { fr: "Membre", en: "Member" },
    content: ({ member }, language) => text(member || TOTAL[language]),
  },
  {
    stops: [5, 5],
    caption: { fr: "Période", en: "Period" },
    content: periodContent,
  },
  {
    stops: [6, 6],
    caption: { fr: "Avant", en: "Before" },
    content: ({ from }, language) => text(from === null ? "–" : word(from, language)),
  },
  {
    stops: [7, 7],
    caption: { fr: "Depuis le", en: "Since" },
    isFigure: true,
    content: ({ on }) => ({ kind: "number", value: toExcelSerial(on) }),
    numberFormat: (_, language) => DATE_FORMATS[language],
  },
  {
    stops: [8, 8],
    caption: { fr: "Valeur", en: "Value" },
    isFigure: true,
    content: ({ value }) => figure(value),
    numberFormat: unitFormat,
  },
  {
    stops: [9, 9],
    caption: { fr: "Attendu", en: "Expected" },
    isFigure: true,
    content: ({ due }) => figure(due),
    numberFormat: (line) => (isEarly(line) ? "0.0" : unitFormat(line)),
  },
];

const STOPS = Math.max(...COLUMNS.map(({ stops }) => stops[1])) + 1;

/** Colour is never alone: the tier's sign before its word. */
const word = (tier: Tier | null, language: Language): string =>
  tier === null ? NOT_WATCHED[language] : `${TIER_FACES[tier].sign} ${TIER_FACES[tier].label[language]}`;

const figure = (value: number | null): CellContent =>
  value === null ? { kind: "empty" } : { kind: "number", value };

/** A year is a number: as a text, Excel would mark it as a mistake. */
function periodContent({ grain, period, rule }: Line, language: Language): CellContent {
  const early = earlyRule(rule);
  if (early) return text(windowLabel(early)[language]);
  return grain === "annee" ? figure(Number(period)) : text(period);
}

function unitFormat(line: Line): string {
  return UNIT_FORMATS[faceOf(line)?.unit ?? "count"];
}

/** The rows of a list: as many as it has lines, one at least for its note; none where nothing can be known. */
const rowsOf = ({ list, most }: AlertsBlock, history: AlertHistory | undefined): number =>
  history ? Math.min(most, Math.max(1, LISTS[list](history).length)) : 0;

/**
 * A title with the data date, headings, and a row a line. The rows are data of the last refresh, not formulas, so
 * that the period cell does not touch them; a file that was never in Excel has no such block.
 */
export const alerts: BlockKind<AlertsBlock> = {
  rows: (block, { facts }) => (facts.alerts ? 2 + rowsOf(block, facts.alerts) : 0),
  columns: () => STOPS,
  place: (block, spot, { facts, stops }) => {
    const { list, title } = block;
    const { language, alerts: history } = facts;
    if (!history) return {};
    const rows = rowsOf(block, history);
    const at = stops(spot);
    const lines = LISTS[list](history);
    const shown = lines.length > rows ? lines.slice(0, rows - 1) : lines;
    const { row } = spot;
    const tiers = { row: row + 2, column: at[0] ?? spot.column, rows, columns: 1 };
    const note = noteOf(block, lines.length, shown.length, language);
    return {
      cells: [
        cell(row, spot.column, text(titleOf(title, history.dataDate, language)), STYLES.section),
        ...COLUMNS.flatMap((column) => headingOf(column, row + 1, at, language)),
        ...Array.from({ length: rows }, (_, index) =>
          rowOf(shown[index], row + 2 + index, at, index === shown.length ? note : "", language),
        ).flat(),
      ],
      merges: spans(spot, at, rows + 1),
      conditionalFormats: tierRules(tiers, address(tiers.row, tiers.column)),
      rowHeights: { [row]: HEIGHTS.section, [row + 1]: HEIGHTS.heading },
    };
  },
};

/** `Les alertes · données au 23/11/2026`: what does not follow the period cell says its own day. */
function titleOf(title: Text, dataDate: EpochDay, language: Language): string {
  const iso = formatIsoDay(dataDate);
  return language === "fr"
    ? `${title.fr} · données au ${iso.split("-").reverse().join("/")}`
    : `${title.en} · data as of ${iso}`;
}

/** The note below the last line: no alert, or how many more there are. */
function noteOf({ list }: AlertsBlock, lines: number, shown: number, language: Language): string {
  if (lines === 0) return EMPTY[list][language];
  return lines > shown ? `+ ${lines - shown} ${MORE[language]}` : "";
}

const headingOf = (
  { stops: [first], caption, isFigure }: Column,
  row: number,
  at: readonly number[],
  language: Language,
): PlannedCell[] => [
  cell(row, at[first]!, text(caption[language]), isFigure ? STYLES.headingRight : STYLES.heading),
];

/** A line; or, below the last one, the note about the rest. */
function rowOf(
  line: Line | undefined,
  row: number,
  at: readonly number[],
  note: string,
  language: Language,
): PlannedCell[] {
  return COLUMNS.map(({ stops: [first], isFigure, content, numberFormat }, index): PlannedCell => {
    const style: CellStyle = isFigure ? STYLES.figure : STYLES.member;
    if (line)
      return cell(row, at[first]!, content(line, language), {
        ...style,
        ...(numberFormat && { numberFormat: numberFormat(line, language) }),
      });
    const says = index === 1 && note !== "";
    return cell(row, at[first]!, says ? text(note) : { kind: "empty" }, says ? STYLES.label : style);
  });
}

/** Names have two columns and the gap between them, in the headings' row and in each line. */
const spans = ({ row }: Rectangle, at: readonly number[], rows: number) =>
  COLUMNS.filter(({ stops: [first, last] }) => last > first).flatMap(({ stops: [first, last] }) =>
    Array.from({ length: rows }, (_, index) => ({
      row: row + 1 + index,
      column: at[first]!,
      rows: 1,
      columns: at[last]! - at[first]! + 1,
    })),
  );
