import { alertsEn } from "../../../i18n/alerts.en";
import { alertsFr } from "../../../i18n/alerts.fr";

export { AlertsPage as Page } from "./AlertsPage";
export const texts = { fr: alertsFr, en: alertsEn };
