import type { Sentences } from "./sentences";

/** Failures of copies, and the unforeseen one. */
export const CIRCULATED = {
  "scope-empty": {
    fr: "Aucune ligne dans le périmètre[ « {scope} »] : il n'y a rien à diffuser.",
    en: "The scope[ “{scope}”] has no rows: there is nothing to circulate.",
  },
  "copy-too-large": {
    fr: "Cette copie est trop grande pour qu'Excel sur le web l'ouvre[ ({megabytes} Mo, {limit} au plus)] : enregistrez-la.",
    en: "This copy is too large for Excel on the web to open[ ({megabytes} MB, at most {limit})]: save it instead.",
  },
  internal: {
    fr: "Une erreur imprévue s'est produite. Réessayez ; si elle revient, prévenez votre administrateur[ avec ce repère : {id}].",
    en: "Something unexpected went wrong. Try again; if it happens again, tell your administrator[, with this reference: {id}].",
  },
} as const satisfies Sentences;
