import type { WorkbookPort } from "../live";
import { readRegister, watchRegister } from "./kept/register";
import { readTargets, watchTargets } from "./kept/targets";
import { recalculate } from "./recalculate";
import { respill } from "./respill";
import { showCell, showSheet } from "./show";
import { load } from "./store/load";

/** Excel behind the port that opens and follows a workbook. */
export const excelWorkbook: WorkbookPort = {
  load,
  readTargets,
  readRegister,
  recalculate,
  respill,
  watchTargets,
  watchRegister,
  showCell,
  showSheet,
};
