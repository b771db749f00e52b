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
