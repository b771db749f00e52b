import { textsOf } from "../i18n";
import { type DataScope, parseAxis } from "../kpi";
import type { Language } from "../sales/text";
import { UsageError } from "./errors";

/** Before the next `axis=`: a name may itself hold a semicolon. */
const BETWEEN_PAIRS = /;(?=[^;=]+=)/;

const FIELDS: Readonly<Record<string, keyof DataScope>> = { region: "regions", commercial: "salespeople" };

/**
 * `region=Nord`, `region=Nord;region=Sud;commercial=Martin` → a scope. Names of one axis add to each other, the two
 * axes narrow each other. English axis names are accepted. Throws UsageError.
 */
export function parseScope(text: string, language: Language): DataScope {
  const invalid = () => new UsageError(textsOf("cli", language)("scopeInvalid", { value: text }));
  const names: Record<keyof DataScope, string[]> = { regions: [], salespeople: [] };
  for (const pair of text.split(BETWEEN_PAIRS)) {
    const equals = pair.indexOf("=");
    const axis = parseAxis(pair.slice(0, Math.max(0, equals)));
    const field = axis.ok ? FIELDS[axis.value] : undefined;
    const name = pair.slice(equals + 1).trim();
    if (!field || name === "") throw invalid();
    names[field].push(name);
  }
  return names;
}
