import { alertsEn, alertsFr } from "../../../i18n";

export { AlertsPage as Page } from "./AlertsPage";
export const texts = { fr: alertsFr, en: alertsEn };
