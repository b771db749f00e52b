import { BLOCKS } from "./blocks";
import { DATES } from "./dates";
import type { SheetFunctions } from "./declaration";
import { LOGIC } from "./logic";
import { LOOKUP } from "./lookup";
import { NUMBERS } from "./numbers";
import { TEXTS } from "./texts";

/** The functions of Excel that people and dashboards put around `KPI.` calls, by their English names. */
export const SHEET_FUNCTIONS: SheetFunctions = {
  ...LOGIC,
  ...NUMBERS,
  ...TEXTS,
  ...DATES,
  ...LOOKUP,
  ...BLOCKS,
};
