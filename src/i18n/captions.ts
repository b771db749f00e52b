import type { FailureParams } from "../sales/failure";
import { TABLES, type TableName } from "../sales/schema";
import type { Language } from "../sales/text";

/** A table as people know it; a name that is no table of ours stays as it is. */
export const tableCaption = (name: FailureParams[string], language: Language): FailureParams[string] =>
  typeof name === "string" && Object.hasOwn(TABLES, name)
    ? TABLES[name as TableName].caption[language]
    : name;
