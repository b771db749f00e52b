/** Texts, sentences and formats in French and English. */
export { alertsEn } from "./alerts.en";
export { alertsFr } from "./alerts.fr";
export { type Formats, formatsOf } from "./formats";
export type { RoomTexts } from "./instance";
export { noteSentence } from "./notes";
export { addRoom, createPaneTexts } from "./paneTexts";
export { reconcileEn } from "./reconcile.en";
export { reconcileFr } from "./reconcile.fr";
export { registerEn } from "./register.en";
export { registerFr } from "./register.fr";
export { sentence } from "./sentence";
export { setAsideReason } from "./setAside";
export { settingsEn } from "./settings.en";
export { settingsFr } from "./settings.fr";
export { shareEn } from "./share.en";
export { shareFr } from "./share.fr";
export type { SignInReason } from "./signInReasons";
export { textsOf } from "./texts";
