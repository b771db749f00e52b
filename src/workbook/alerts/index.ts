/** The alerts and the action plan in Excel, as the rest of Vigie sees them. */
export { keepAlerts, readAlerts } from "./keep";
export { ALERTS_SHEET } from "./sheet";
