import { REFRESH_NAME } from "./meta";

/** Texts and quoted sheet names are passed over; KPI calls, commas and parentheses are found. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|KPI\.[A-Z0-9_.]+(?=\()|[(),]/gi;

/** `CA` → `KPI_CA`: Google knows no dots in a function's name. */
export const sheetsName = (name: string): string => `KPI_${name.replaceAll(".", "_")}`;

/**
 * A formula of this house (`=KPI.CA("region",A1)`) as Sheets takes it in every locale: `=KPI_CA("region";A1;Vigie_MAJ)`.
 * Semicolons part arguments everywhere; the last argument has the cell computed again after each refresh.
 */
export function sheetsFormula(formula: string): string {
  const open: boolean[] = [];
  let isCall = false;
  return formula.replace(TOKENS, (token) => {
    if (/^KPI\./i.test(token)) {
      isCall = true;
      return sheetsName(token.slice("KPI.".length).toUpperCase());
    }
    if (token === "(") {
      open.push(isCall);
      isCall = false;
    } else if (token === ",") return ";";
    else if (token === ")" && open.pop()) return `;${REFRESH_NAME})`;
    return token;
  });
}

const OWN_CALL = /"(?:[^"]|"")*"|'(?:[^']|'')*'|KPI_[A-Z0-9_]+\s*\(|[()]/gi;

/**
 * Gives a person's own KPI calls the argument that has them computed again, where they lack it; undefined where nothing
 * has to change. The formula's separator may be a comma or a semicolon; semicolons are understood in every locale.
 */
export function withRefreshArgument(formula: string): string | undefined {
  if (!/KPI_[A-Z0-9_]+\s*\(/i.test(formula)) return undefined;
  const open: { readonly isCall: boolean; readonly from: number }[] = [];
  let isChanged = false;
  const changed = formula.replace(OWN_CALL, (token, offset: number) => {
    if (/^["']/.test(token)) return token;
    if (token !== ")") {
      open.push({ isCall: token !== "(", from: offset + token.length });
      return token;
    }
    const call = open.pop();
    if (!call?.isCall) return token;
    const inside = formula.slice(call.from, offset);
    if (inside.includes(REFRESH_NAME)) return token;
    isChanged = true;
    return `${inside.trim() === "" ? "" : ";"}${REFRESH_NAME})`;
  });
  return isChanged ? changed : undefined;
}
