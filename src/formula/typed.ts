/** Texts and quoted sheet names are passed over; a call as typed, or as a file stores it. */
const KPI_CALL =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.!])((?:KPI\.|_xldudf_KPI_)[A-Z0-9_.]+)\s*\(/giu;

/**
 * The first call of a KPI function in a formula, `KPI.CA("region",A1)`, whatever stands around it: functions and
 * ranges this house does not read need not be read. Undefined where there is none.
 */
export function firstKpiCall(formula: string): string | undefined {
  if (!formula.startsWith("=")) return undefined;
  const start = [...formula.matchAll(KPI_CALL)].find(([, name]) => name !== undefined);
  if (!start) return undefined;
  const end = closing(formula, start.index + start[0].length);
  return end === undefined ? undefined : formula.slice(start.index, end);
}

/** The place after the parenthesis that closes the one before `from`. */
function closing(formula: string, from: number): number | undefined {
  let depth = 1;
  for (const { 0: token, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g)) {
    depth += token === "(" ? 1 : token === ")" ? -1 : 0;
    if (depth === 0) return from + index + 1;
  }
  return undefined;
}

/** True for a formula that asks a KPI, as typed or as a file stores it. */
export const asksKpi = (formula: string): boolean => firstKpiCall(formula) !== undefined;

/** A function's name in capitals as one types it, however a file spells it: `_xldudf_KPI_CA` → `KPI.CA`. */
export const typedName = (name: string): string => typedFormula(name).toUpperCase();

/**
 * The other way: how a file, or an Excel that does not know the add-in yet, writes a formula → how one types it.
 * LibreOffice puts the names of functions it does not know in small letters.
 */
export const typedFormula = (stored: string): string =>
  stored
    .replace(/_xlfn\.(_xlws\.)?/gi, "")
    .replace(/\bANCHORARRAY\(([^()]+)\)/gi, "$1#")
    .replace(/_xldudf_([A-Z]+)_(?=[A-Z])/gi, (_, namespace: string) => `${namespace.toUpperCase()}.`);
