/** The alerts and the action plan in Excel, as the rest of Vigie sees them. */
export type { ActionProblem } from "../actions/parse";
export { type KeepOptions, keepAlerts, readAlerts } from "./keep";
export { ALERTS_SHEET } from "./sheet";
