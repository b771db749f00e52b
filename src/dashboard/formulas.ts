import {
  type Aspect,
  type AxisId,
  BALANCEAGEE,
  CA,
  isGrain,
  isQuotient,
  type KpiDefinition,
  type TableKpiDefinition,
  TIER_FACES,
  TIERS,
  type Tier,
  TOPCLIENTS,
} from "../kpi";
import type { Language, Text } from "../sales/text";
import { type Filtered, filtersOf } from "./filters";

/** The cell of the period that every dashboard shows, by its workbook-wide name. */
export const PERIOD_NAME = "Vigie_Periode";

/** `KPI.<…>` for each aspect; the value itself is the KPI's own function, where it has one. */
const ASPECT_FUNCTIONS: Readonly<Record<Exclude<Aspect, "value">, string>> = {
  target: "OBJECTIF",
  due: "OBJECTIFDU",
  attainment: "ATTEINTE",
  evolution: "EVOLUTION",
  projection: "PROJECTION",
  tier: "NIVEAU",
};

/** The question of a formula. `period` other than the period cell's: a period's text, or "" for all data. */
export interface Asked {
  readonly kpi: KpiDefinition;
  readonly axis?: AxisId;
  readonly aspect?: Aspect;
  readonly period?: string;
}

/** Microsoft's guide asks for names of three characters at least: a shorter one gives way to the KPI's long name. */
const SHORTEST_NAME = 3;
const functionOf = ({ id, longName }: Pick<KpiDefinition, "id" | "longName">): string =>
  id.length < SHORTEST_NAME && longName ? longName : id;

const periodArgument = (period: string | undefined): string =>
  period === undefined ? PERIOD_NAME : period && `"${period}"`;

/** The filter arguments, which follow a member that is left out. */
const filterPairs = (kpi: Filtered): string[] =>
  filtersOf(kpi).flatMap(({ axis, name }) => [`"${axis}"`, name]);

function call({ kpi, axis, aspect = "value", period }: Asked): string {
  const filter = filterPairs(kpi);
  const question = [
    axis ? `"${axis}"` : "",
    periodArgument(period),
    ...(filter.length > 0 ? ["", ...filter] : []),
  ].join(",");
  if (aspect === "value" && kpi.value.kind !== "calculation") return `KPI.${functionOf(kpi)}(${question})`;
  const name = aspect === "value" ? "VALEUR" : ASPECT_FUNCTIONS[aspect];
  return `KPI.${name}("${kpi.id}",${question})`;
}

/** Colour is never alone: the tier's sign before its word. */
const withSign = (formula: string, language: Language): string =>
  TIERS.reduce((inner, tier) => {
    const { label, sign } = TIER_FACES[tier];
    return `SUBSTITUTE(${inner},"${label[language]}","${sign} ${label[language]}")`;
  }, formula);

const shown = (formula: string, { aspect }: Asked, language: Language): string =>
  aspect === "tier" ? withSign(formula, language) : formula;

/** Two columns that spill: member and value. */
export function memberValues(asked: Asked, language: Language): string {
  if (asked.axis === "mois") {
    const codes = `INDEX(${call(asked)},,1)`;
    return `=IF(SEQUENCE(1,2)=1,${monthLabel(codes, language)},${call(asked)})`;
  }
  return `=${call(asked)}`;
}

const firstRows = (table: string, most: number): string =>
  `FILTER(${table},SEQUENCE(ROWS(${table}))<=${most})`;

/** The months' names, each at the same distance. */
const MONTH_NAMES: Readonly<Record<Language, string>> = {
  fr: "janv. févr. mars  avr.  mai   juin  juil. août  sept. oct.  nov.  déc.  ",
  en: "Jan   Feb   Mar   Apr   May   Jun   Jul   Aug   Sep   Oct   Nov   Dec   ",
};

/** `2026-01` as a person says it: `janv. 26`; nothing where there is no month. `codes`: an expression. */
const monthLabel = (codes: string, language: Language): string =>
  `IFERROR(TRIM(MID("${MONTH_NAMES[language]}",6*MID(${codes},6,2)-5,6))&" "&MID(${codes},3,2),"")`;

/** One column that spills, its rows in the order of `memberValues`. */
export const memberAspect = (asked: Asked, language: Language): string =>
  `=${shown(`INDEX(${call(asked)},,2)`, asked, language)}`;

/**
 * One cell: everything the period and filter cells keep. Empty where there is nothing to divide by: an error of
 * the period's own shows in the sums.
 */
export function total(asked: Asked, language: Language): string {
  const { kpi, aspect = "value" } = asked;
  const divides = aspect === "evolution" || aspect === "projection" || isQuotient(kpi);
  const formula = shown(call(asked), asked, language);
  return divides ? `=IFERROR(${formula},"")` : `=${formula}`;
}

const pivotCall = (kpi: KpiDefinition, rows: AxisId, columns: AxisId, period?: string): string =>
  `KPI.TABLEAU(${[`"${kpi.id}"`, `"${rows}"`, `"${columns}"`, periodArgument(period), ...filterPairs(kpi)].join(",")})`;

/** A pivot's headings, one row that spills; months by their names. */
export function pivotHeadings(language: Language, ...asked: Parameters<typeof pivotCall>): string {
  const headings = firstRows(pivotCall(...asked), 1);
  return asked[2] === "mois"
    ? `=IF(MID(${headings},5,1)="-",${monthLabel(headings, language)},${headings})`
    : `=${headings}`;
}

/** A pivot's rows and totals that spill. */
export function pivotRows(...asked: Parameters<typeof pivotCall>): string {
  const table = pivotCall(...asked);
  return `=FILTER(${table},SEQUENCE(ROWS(${table}))>1)`;
}

/**
 * One column of names that spills: the members of `listed`. Grains come in the order of time, those of the period only.
 * Other members are those of all the data, the highest of the period first: a member without any figure in the period
 * is seen too. `most`: only the first ones.
 */
export function memberNames(asked: Asked, listed: KpiDefinition, language: Language, most?: number): string {
  if (asked.axis && isGrain(asked.axis)) {
    const codes = `INDEX(${call({ ...asked, kpi: listed })},,1)`;
    return `=${asked.axis === "mois" ? monthLabel(codes, language) : codes}`;
  }
  const everyone = `INDEX(${call({ ...asked, kpi: listed, period: "" })},,1)`;
  const sorted =
    asked.period === "" && asked.kpi === listed
      ? everyone
      : `SORTBY(${everyone},${lookedUp(everyone, asked, "0", language)},-1)`;
  if (most === undefined) return `=${sorted}`;
  return `=FILTER(${sorted},SEQUENCE(ROWS(${everyone}))<=${most})`;
}

/** One column that spills beside `names` (a range, its empty cells below the last name included), row by row theirs. */
export function figuresOf(names: string, asked: Asked, language: Language): string {
  const { kpi, aspect = "value" } = asked;
  // Nothing counted is 0; nothing to divide by, or no target, is nothing.
  const nothing = aspect === "value" && !isQuotient(kpi) ? "0" : '""';
  return `=IF(${names}="","",${shown(lookedUp(names, asked, nothing, language), asked, language)})`;
}

/** Room enough that a narrow column shows the sign alone. */
const FAR = " ".repeat(12);

/** The same for tiers in a narrow column: the sign is seen, the word stands far behind it for who reads the cell. */
export const signsOf = (names: string, asked: Omit<Asked, "aspect">, language: Language): string =>
  `=SUBSTITUTE(${figuresOf(names, { ...asked, aspect: "tier" }, language).slice(1)}," ","${FAR}")`;

function lookedUp(names: string, asked: Asked, nothing: string, language: Language): string {
  const pairs = call(asked);
  const members = `INDEX(${pairs},,1)`;
  const known = asked.axis === "mois" ? monthLabel(members, language) : members;
  return `XLOOKUP(${names},${known},INDEX(${pairs},,2),${nothing})`;
}

/** The `count` customers with the highest revenue, headings included. */
export const topCustomers = (count: number): string =>
  `=KPI.${TOPCLIENTS.id}(${[count, PERIOD_NAME, ...filterPairs(TOPCLIENTS)].join(",")})`;

/** Everything outstanding by days past due, headings included; by an axis, only its `first` members. */
export function ageing(axis?: AxisId, first?: number): string {
  const table = tableCall(BALANCEAGEE, axis);
  return `=${first === undefined ? table : firstRows(table, first + 1)}`;
}

const tableCall = (table: TableKpiDefinition, axis: AxisId | undefined): string =>
  `KPI.${table.id}(${[axis ? `"${axis}"` : "", "", "", ...filterPairs(table)].join(",")})`;

/** From the lowest to the highest of a column's figures. */
const BARS = "▁▂▃▄▅▆▇█";

/** A line of little columns in one cell, lowest figure to highest; empty without figures. */
export const trend = (figures: string): string => {
  const low = `MIN(${figures})`;
  const span = `MAX(MAX(${figures})-${low},0.000001)`;
  const step = `1+ROUND(${BARS.length - 1}*(${figures}-${low})/${span},0)`;
  return `=CONCAT(IF(ISNUMBER(${figures}),MID("${BARS}",${step},1),""))`;
};

const FULL = "████████████████";
const FREE = "░".repeat(FULL.length);

/**
 * A bar of the target's length, filled as far as the value goes, with a mark at what is due by now. The arguments
 * are cells; empty without a target.
 */
export function progressBar(value: string, target: string, attainment: string): string {
  const most = FULL.length;
  const step = (share: string, least: number) => `MIN(${most},MAX(${least},ROUND(${most}*(${share}),0)))`;
  const filled = step(`${value}/${target}`, 0);
  const due = step(`${value}/${attainment}/${target}`, 1);
  const bar = `LEFT("${FULL}",${filled})&LEFT("${FREE}",${most}-${filled})`;
  return `=IFERROR(IF(AND(ISNUMBER(${target}),ISNUMBER(${attainment})),LEFT(${bar},${due}-1)&"┃"&MID(${bar},${due}+1,${most}),""),"")`;
}

/** A cell or call shown; `nothing` where it is empty. */
export const shownFrom = (reference: string, nothing: string): string =>
  `=IF(${reference}="","${nothing}",${reference})`;

const NO_PERIOD: Text = {
  fr: "◆ Période non comprise. Essayez 2026, 2026-T3, 2026-03, M-1 ou 12M.",
  en: "◆ This is no period. Try 2026, 2026-Q3, 2026-03, M-1 or 12M.",
};

/** A note of the sheet, in its place a sentence while the period cell holds no period: errors alone would explain nothing. */
export function unlessNoPeriod(note: string, language: Language): string {
  const shown = `"${note.replaceAll('"', '""')}"`;
  return `=IFERROR(IF(KPI.${functionOf(CA)}(,${PERIOD_NAME})="",${shown},${shown}),"${NO_PERIOD[language]}")`;
}

/** A named cell's content, which leads to that cell. */
export const linkTo = (name: string): string => `=HYPERLINK("#${name}",${name})`;

/** The day of the last refresh. */
export const DATA_DATE = "=KPI.MAJ()";

/** True where `cell` holds the tier's word, in whichever language it was computed. */
export function holdsTier(cell: string, tier: Tier): string {
  const { fr, en } = TIER_FACES[tier].label;
  return `=OR(ISNUMBER(SEARCH("${fr}",${cell})),ISNUMBER(SEARCH("${en}",${cell})))`;
}

/** Of three texts the one of the tier whose word `cell` holds, in whichever language; nothing without a tier. */
export function textOfTier(cell: string, texts: Readonly<Record<Tier, string>>): string {
  const quoted = (tier: Tier) => `"${texts[tier].replaceAll('"', '""')}"`;
  // The English word is in the French one. Words that every spreadsheet and our own file writer know.
  const lacks = (tier: Tier) => `SUBSTITUTE(${cell},"${TIER_FACES[tier].label.en}","")=${cell}`;
  const calm = `IF(${lacks("anticipation")},${quoted("equilibre")},${quoted("anticipation")})`;
  return `=IF(${cell}="","",IF(${lacks("alerte")},${calm},${quoted("alerte")}))`;
}
