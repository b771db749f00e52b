import type { Text } from "../../../sales/text";
import type { Tier } from "../../tier";

/** What the register says of a KPI until the director writes his own words. */
export interface RegisterWords {
  readonly objective: Text;
  readonly targetSource: Text;
  readonly decisions: Readonly<Record<Tier, Text>>;
  readonly user: Text;
}

export const BUDGET: Text = { fr: "Budget de l'année", en: "This year's budget" };
export const LAST_YEAR: Text = { fr: "Même période l'an dernier", en: "Same period last year" };
export const DECIDED: Text = { fr: "Décision du comité commercial", en: "Decided by the sales committee" };

export const DIRECTOR: Text = { fr: "Directeur commercial", en: "Sales director" };
export const REGIONS: Text = { fr: "Chefs des ventes régionaux", en: "Regional sales managers" };
export const MARKETING: Text = { fr: "Responsable marketing", en: "Marketing manager" };
export const FINANCE: Text = { fr: "Directeur financier", en: "Finance director" };
export const SERVICE: Text = { fr: "Responsable du centre de contact", en: "Contact centre manager" };
