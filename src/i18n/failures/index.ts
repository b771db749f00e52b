import type { FailureCode } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { ASKED } from "./asked";
import { CIRCULATED } from "./circulated";
import { FILES } from "./files";
import { OWN } from "./own";
import { ROWS } from "./rows";
import { SHEETS } from "./sheets";
import { SOURCE } from "./source";
import { WORKBOOK } from "./workbook";

/**
 * One sentence per failure code, for a sales director; the compiler refuses a code without one. `{name}` is filled
 * from the failure's params; a part in `[brackets]` is said only when every `{name}` in it is given, so a param that
 * is not always known goes there. Never put a secret, a stack or a library's own message in a param.
 */
export const FAILURE_SENTENCES: Readonly<Record<FailureCode, Text>> = {
  ...ASKED,
  ...OWN,
  ...ROWS,
  ...FILES,
  ...SOURCE,
  ...WORKBOOK,
  ...SHEETS,
  ...CIRCULATED,
};
