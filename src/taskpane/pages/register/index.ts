import { registerEn } from "../../../i18n/register.en";
import { registerFr } from "../../../i18n/register.fr";

export { RegisterPage as Page } from "./RegisterPage";
export const texts = { fr: registerFr, en: registerEn };
