const START = /(?<![\p{L}\p{N}_.!])KPI\.[A-Z0-9_.]+\s*\(/giu;

/**
 * The first call of a KPI function in a formula, `KPI.CA("region",A1)`, whatever stands around it: functions and
 * ranges this house does not read need not be read. Undefined where there is none.
 */
export function firstKpiCall(formula: string): string | undefined {
  // Texts keep their length, so that places found in one string hold in the other.
  const code = formula.replace(/"(?:[^"]|"")*"/g, (text) => "_".repeat(text.length));
  START.lastIndex = 0;
  const start = START.exec(code);
  if (!start || !formula.startsWith("=")) return undefined;
  let depth = 0;
  for (let end = start.index + start[0].length - 1; end < code.length; end++) {
    if (code[end] === "(") depth++;
    if (code[end] === ")" && --depth === 0) return formula.slice(start.index, end + 1);
  }
  return undefined;
}
