/** What the workbook keeps of alerts and actions, as the rest of Vigie sees it. */
export type { ActionProblem } from "../actions/parse";
export { type Deed, type KeepOptions, type KeptAlerts, keepAlerts, readAlerts } from "./keep";
export type { AlertBook, Recipients } from "./records";
export { ALERTS_SHEET } from "./sheet";
