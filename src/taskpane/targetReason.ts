import { TARGET_COLUMNS } from "../dashboard/sheets/targets";
import { sentence } from "../i18n";
import type { Failure, FailureParams } from "../sales/failure";
import type { Language } from "../sales/text";

/** Explains the fault of a row of the targets' sheet, with column names in the reader's language. */
export function targetReason({ code, params }: Failure, language: Language): string {
  const named = Object.entries(params).map(([name, value]): [string, FailureParams[string]] =>
    name === "column" || name === "columns" ? [name, headings(value, language)] : [name, value],
  );
  return sentence({ code, params: Object.fromEntries(named) }, language);
}

function headings(value: FailureParams[string], language: Language): FailureParams[string] {
  if (typeof value === "number") return value;
  return typeof value === "string" ? heading(value, language) : value.map((name) => heading(name, language));
}

const heading = (name: string, language: Language): string =>
  TARGET_COLUMNS.find(({ caption }) => Object.values(caption).includes(name))?.caption[language] ?? name;
