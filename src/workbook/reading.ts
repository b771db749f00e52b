import type { WorkbookPort } from "../live";
import { readRegister, watchRegister } from "./kept/register";
import { readSettings, watchSettings } from "./kept/settings";
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
  readSettings,
  recalculate,
  respill,
  watchTargets,
  watchRegister,
  watchSettings,
  showCell,
  showSheet,
};
