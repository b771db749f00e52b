import { reconcileEn } from "../../../i18n/reconcile.en";
import { reconcileFr } from "../../../i18n/reconcile.fr";

export { ReconcilePage as Page } from "./ReconcilePage";
export const texts = { fr: reconcileFr, en: reconcileEn };
