/**
 * The workbook as the rest of Vigie sees it. Everything answers a `Result`; nothing throws, nothing waits for ever.
 */
export { canSaveFiles, openCopy } from "./copies/open";
export { type DashboardsShown, readShown } from "./copies/shown";
export {
  buildDashboards,
  type DashboardReport,
  type EditedDashboard,
  type OnEdits,
} from "./dashboards/build";
export { dashboardMark } from "./dashboards/find";
export { type NewSheet, writeNewSheet } from "./newSheet";
export type { SessionOptions } from "./office/session";
export { type RecalculationReport, recalculate } from "./recalculate";
export { ensureRegister } from "./register/ensure";
export { type KeepOptions, keepRegister } from "./register/keep";
export type { RegisterVersion } from "./register/memory";
export type { RegisterProblem } from "./register/parse";
export { type RegisterReading, readRegister } from "./register/read";
export { saveEntry } from "./register/save";
export { watchRegister } from "./register/watch";
export { type RevivalReport, reviveSpills } from "./reviveSpills";
export { readCells, readName, readSelectedCell, type SelectedCell } from "./selection";
export { showCell, showSheet } from "./show";
export type { RefreshProgress, TableReport } from "./store/intake";
export { load as loadWorkbook } from "./store/load";
export { type FrameSource, refresh as refreshWorkbook } from "./store/refresh";
export type { RefreshOptions, RefreshReport } from "./store/report";
export { ensureTargets } from "./targets/ensure";
export type { TargetProblem, TargetReading } from "./targets/parse";
export { readTargets } from "./targets/read";
export { watchTargets } from "./targets/watch";
