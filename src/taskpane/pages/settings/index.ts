import { settingsEn, settingsFr } from "../../../i18n";

export { SettingsPage as Page } from "./SettingsPage";
export const texts = { fr: settingsFr, en: settingsEn };
