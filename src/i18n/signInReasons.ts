import type { Text } from "../sales/text";

/** Why a sign-in at a CRM did not succeed: the param `reason` of `source-sign-in`. */
export const SIGN_IN_REASONS = {
  needed: { fr: "il faut d'abord vous identifier auprès d'elle", en: "you have to sign in there first" },
  closed: {
    fr: "la fenêtre a été fermée avant la fin",
    en: "the window was closed before the end",
  },
  blocked: { fr: "la fenêtre n'a pas pu s'ouvrir", en: "the window could not be opened" },
  denied: { fr: "l'accès n'a pas été accordé", en: "access was not granted" },
  unknown: {
    fr: "la réponse ne correspond à aucune demande en cours",
    en: "the answer belongs to no request under way",
  },
  expired: { fr: "elle a pris trop de temps", en: "it took too long" },
  code: { fr: "l'autorisation n'est plus valable", en: "the authorisation is no longer valid" },
  exchange: {
    fr: "la source n'a pas remis d'accès ; votre administrateur peut vérifier l'enregistrement de Vigie",
    en: "the source handed out no access; your administrator may check how Vigie is registered",
  },
  unregistered: {
    fr: "Vigie n'y est pas encore enregistrée par votre administrateur",
    en: "your administrator has not registered Vigie there yet",
  },
} as const satisfies Readonly<Record<string, Text>>;

export type SignInReason = keyof typeof SIGN_IN_REASONS;
