import type { WorkbookPort } from "../live";
import { failed } from "../sales/failure";
import { readRegister, watchRegister } from "./kept/register";
import { readSettings, watchSettings } from "./kept/settings";
import { readTargets, watchTargets } from "./kept/targets";
import { recalculate } from "./recalculate";
import { showCell, showSheet } from "./show";
import { isInForceHere, watchGeneration } from "./store/inForceHere";
import { load } from "./store/load";

/** Excel behind the port that opens and follows a workbook. */
export const excelWorkbook: WorkbookPort = {
  load,
  isInForceHere,
  watchGeneration,
  readTargets,
  readRegister,
  readSettings,
  recalculate,
  // Loaded when first needed: the formulas of most workbooks spill already.
  respill: () =>
    import(/* webpackChunkName: "respill" */ "./respill").then(
      ({ respill }) => respill(),
      () => failed("gateway-unreachable"),
    ),
  watchTargets,
  watchRegister,
  watchSettings,
  showCell,
  showSheet,
};
