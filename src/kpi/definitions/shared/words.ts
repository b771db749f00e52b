import type { Text } from "../../../sales/text";

/** Sources of targets that several KPIs have. */
export const BUDGET: Text = { fr: "Budget de l'année", en: "This year's budget" };
export const LAST_YEAR: Text = { fr: "Même période l'an dernier", en: "Same period last year" };
export const DECIDED: Text = { fr: "Décision du comité commercial", en: "Decided by the sales committee" };
export const CEILING: Text = { fr: "Plafond fixé avec la finance", en: "Ceiling agreed with finance" };

/** Decision of a KPI in balance. */
export const STEADY: Text = { fr: "Rien à changer", en: "Nothing to change" };

/** People who decide by a KPI. */
export const DIRECTOR: Text = { fr: "Directeur commercial", en: "Sales director" };
export const REGIONS: Text = { fr: "Chefs des ventes régionaux", en: "Regional sales managers" };
export const MARKETING: Text = { fr: "Responsable marketing", en: "Marketing manager" };
export const FINANCE: Text = { fr: "Directeur financier", en: "Finance director" };
export const SERVICE: Text = { fr: "Responsable du centre de contact", en: "Contact centre manager" };
