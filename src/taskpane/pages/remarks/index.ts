import { remarksEn, remarksFr } from "../../../i18n";

export { RemarksPage as Page } from "./RemarksPage";
export const texts = { fr: remarksFr, en: remarksEn };
