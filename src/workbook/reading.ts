import type { WorkbookPort } from "../live";
import { recalculate } from "./recalculate";
import { readRegister } from "./register/read";
import { watchRegister } from "./register/watch";
import { respill } from "./respill";
import { showCell, showSheet } from "./show";
import { load } from "./store/load";
import { readTargets } from "./targets/read";
import { watchTargets } from "./targets/watch";

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
