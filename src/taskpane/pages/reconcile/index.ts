import { reconcileEn, reconcileFr } from "../../../i18n";

export { ReconcilePage as Page } from "./ReconcilePage";
export const texts = { fr: reconcileFr, en: reconcileEn };
