/**
 * The workbook as the rest of Vigie sees it. Everything answers a `Result`; nothing throws, nothing waits for ever.
 */
export { openCopy } from "./copies/open";
export { canSaveFiles } from "./copies/saving";
export { type DashboardsShown, readShown } from "./copies/shown";
export { type BuildReport, buildDashboards } from "./dashboards/build";
export { dashboardAnchor } from "./dashboards/find";
export {
  diagnose,
  environment,
  type Finding,
  PROBE_IDS,
  type ProbeId,
  type Verdict,
} from "./diagnostic";
export { ensureSettings, ensureTargets } from "./kept/ensure";
export { readRegister, watchRegister } from "./kept/register";
export { readSettings, watchSettings } from "./kept/settings";
export { readTargets, watchTargets } from "./kept/targets";
export { ensureRegister, type KeepOptions, keepRegister, saveEntry } from "./kept/writeRegister";
export { writeNewSheet } from "./newSheet";
export type { SessionOptions } from "./office/session";
export { excelWorkbook } from "./reading";
export { type RecalculationReport, recalculate } from "./recalculate";
export { type RevivalReport, respill } from "./respill";
export { readCells, readName, readSelectedCell, type SelectedCell } from "./selection";
export { showCell, showSheet } from "./show";
export type { RefreshProgress } from "./store/intake";
export { load as loadWorkbook } from "./store/load";
export { refresh as refreshWorkbook } from "./store/refresh";
export type { MeasuredReport, RefreshOptions } from "./store/report";
export { excelWriter } from "./writing";
