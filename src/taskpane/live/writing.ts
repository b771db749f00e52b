/**
 * Everything that writes into the workbook, and what it takes to do so. A chunk of its own: nobody's first sight of
 * the pane waits for it.
 */
export { keepAlerts, readAlerts } from "../../workbook/alerts";
export { writeNewSheet } from "../../workbook/newSheet";
export { ensureRegister } from "../../workbook/register/ensure";
export { keepRegister } from "../../workbook/register/keep";
export { saveEntry } from "../../workbook/register/save";
export { refresh as refreshWorkbook } from "../../workbook/store/refresh";
export { ensureTargets } from "../../workbook/targets/ensure";
export { writeDashboards } from "./dashboards";
export { observeAll, remembering } from "./observing";
