import { settingsEn } from "../../../i18n/settings.en";
import { settingsFr } from "../../../i18n/settings.fr";

export { SettingsPage as Page } from "./SettingsPage";
export const texts = { fr: settingsFr, en: settingsEn };
