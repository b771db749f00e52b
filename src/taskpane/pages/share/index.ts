import { shareEn } from "../../../i18n/share.en";
import { shareFr } from "../../../i18n/share.fr";

export { SharePage as Page } from "./SharePage";
export const texts = { fr: shareFr, en: shareEn };
