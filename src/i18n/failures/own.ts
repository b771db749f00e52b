import type { Sentences } from "./sentences";

/** Failures of own indicators, where they are typed and where they are asked for. */
export const OWN = {
  "own-code-invalid": {
    fr: "Le code « {code} » ne convient pas : 2 à 30 lettres sans accent, chiffres ou _, une lettre d'abord.",
    en: "The code “{code}” does not fit: 2 to 30 plain letters, digits or _, a letter first.",
  },
  "own-code-taken": {
    fr: "Le code {code} est déjà celui d'un indicateur ou d'une fonction de Vigie : choisissez-en un autre.",
    en: "The code {code} is already a KPI or a function of Vigie: choose another.",
  },
  "calculation-syntax": {
    fr: "Le calcul n'est pas compris[ au caractère {position}].[ Attendu : {expected}.]",
    en: "The calculation is not understood[ at character {position}].[ Expected: {expected}.]",
  },
  "calculation-too-long": {
    fr: "Le calcul a {length} caractères : {limit} au plus. Donnez un code à une partie, et nommez-le ici.",
    en: "The calculation has {length} characters: {limit} at most. Give a part a code of its own, and name it here.",
  },
  "calculation-too-many-terms": {
    fr: "Le calcul a plus de {limit} termes, avec ceux des indicateurs qu'il nomme.",
    en: "The calculation has more than {limit} terms, with those of the indicators it names.",
  },
  "calculation-kpi-unknown": {
    fr: "Au caractère {position} : l'indicateur « {kpi} » n'existe pas.[ Vouliez-vous dire « {nearest} » ?][ Indicateurs possibles : {possible}.]",
    en: "At character {position}: there is no KPI “{kpi}”.[ Did you mean “{nearest}”?][ Possible KPIs: {possible}.]",
  },
  "calculation-of-wrong": {
    fr: "Au caractère {position} : le calcul de {kpi} est à corriger d'abord.",
    en: "At character {position}: the calculation of {kpi} has to be mended first.",
  },
  "calculation-circle": {
    fr: "Au caractère {position} : l'indicateur reviendrait à lui-même ({path}).",
    en: "At character {position}: the indicator would come back to itself ({path}).",
  },
  "calculation-dimension": {
    fr: "Au caractère {position} : {kpi} ne se filtre pas par « {dimension} ».[ Axes possibles : {possible}.]",
    en: "At character {position}: {kpi} cannot be filtered by “{dimension}”.[ Possible dimensions: {possible}.]",
  },
  "calculation-member-unknown": {
    fr: "[Au caractère {position} du calcul : ]« {member} » est inconnu sur l'axe « {dimension} ».[ Le plus proche : « {nearest} ».]",
    en: "[At character {position} of the calculation: ]“{member}” is unknown in dimension “{dimension}”.[ The nearest is “{nearest}”.]",
  },
  "calculation-kinds": {
    fr: "Au caractère {position} : {left} et {right} ne s'additionnent pas.",
    en: "At character {position}: {left} and {right} do not add up.",
  },
  "calculation-unit": {
    fr: "L'unité ne convient pas : le calcul donne {kind}.",
    en: "The unit does not fit: the calculation gives {kind}.",
  },
  "calculation-without-kpi": {
    fr: "Le calcul ne nomme aucun indicateur. Par exemple : CA / VISITES.",
    en: "The calculation names no KPI. For example: CA / VISITES.",
  },
} satisfies Sentences;
