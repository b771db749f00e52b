import { registerEn, registerFr } from "../../../i18n";

export { RegisterPage as Page } from "./RegisterPage";
export const texts = { fr: registerFr, en: registerEn };
