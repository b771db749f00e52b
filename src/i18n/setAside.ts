import type { FailureParams } from "../sales/failure";
import { TABLES, type TableName } from "../sales/schema";
import type { RejectedRow } from "../sales/stream";
import type { Language } from "../sales/text";
import { tableCaption } from "./captions";
import { sentence } from "./sentence";

/** Why a row was set aside, with the captions people know instead of the schema's names. */
export function setAsideReason(
  { table, column, failure }: Pick<RejectedRow, "table" | "column" | "failure">,
  language: Language,
): string {
  const { column: named = column, table: referred, ...rest } = failure.params;
  const params: FailureParams = {
    ...rest,
    ...(named === undefined ? {} : { column: columnCaption(table, named, language) }),
    ...(referred === undefined ? {} : { table: tableCaption(referred, language) }),
  };
  return sentence({ code: failure.code, params }, language);
}

const columnCaption = (
  table: TableName,
  name: FailureParams[string],
  language: Language,
): FailureParams[string] =>
  TABLES[table].columns.find((column) => column.name === name)?.caption[language] ?? name;
