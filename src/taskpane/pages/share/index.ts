import { shareEn, shareFr } from "../../../i18n";

export { SharePage as Page } from "./SharePage";
export const texts = { fr: shareFr, en: shareEn };
