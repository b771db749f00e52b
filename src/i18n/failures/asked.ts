import type { Sentences } from "./sentences";

/** Failures of a question: in a cell, a formula, the command line. */
export const ASKED = {
  "kpi-unknown": {
    fr: "L'indicateur « {kpi} » n'existe pas.[ Vouliez-vous dire « {nearest} » ?][ Indicateurs possibles : {possible}.]",
    en: "There is no KPI “{kpi}”.[ Did you mean “{nearest}”?][ Possible KPIs: {possible}.]",
  },
  "kpi-unavailable": {
    fr: "{kpi} n'a pas de réponse : la source ne donne pas ses données.[ {why}]",
    en: "{kpi} has no answer: the source does not give its data.[ {why}]",
  },
  "nothing-to-compare": {
    fr: "{kpi} n'a ici ni objectif ni année précédente : il n'y a pas d'écart à expliquer. Donnez une période, par exemple « A » ou « T ».",
    en: "{kpi} has neither a target nor a year before here: there is no gap to explain. Give a period, such as “A” or “T”.",
  },
  "nothing-to-take-apart": {
    fr: "Le calcul de {kpi} n'est ni une somme ni un quotient de sommes : son écart ne se partage pas entre des membres.",
    en: "The calculation of {kpi} is neither a sum nor a quotient of sums: members do not share its gap.",
  },
  "dimension-unknown": {
    fr: "L'axe « {dimension} » n'existe pas.[ Vouliez-vous dire « {nearest} » ?][ Axes possibles : {possible}.]",
    en: "There is no dimension “{dimension}”.[ Did you mean “{nearest}”?][ Possible dimensions: {possible}.]",
  },
  "dimension-not-available": {
    fr: "L'indicateur {kpi} ne se ventile pas par « {dimension} ».[ Axes possibles : {possible}.]",
    en: "{kpi} cannot be split by “{dimension}”.[ Possible dimensions: {possible}.]",
  },
  "member-unknown": {
    fr: "« {member} » est inconnu[ sur l'axe « {dimension} »].[ Le plus proche : « {nearest} ».]",
    en: "“{member}” is unknown[ in dimension “{dimension}”].[ The nearest is “{nearest}”.]",
  },
  "period-syntax": {
    fr: "La période « {period} » n'est pas comprise.[ Exemples : {possible}.]",
    en: "The period “{period}” is not understood.[ Examples: {possible}.]",
  },
  "argument-invalid": {
    fr: "L'argument « {argument} » ne convient pas[ : {value}].[ Attendu : {expected}.]",
    en: "The argument “{argument}” does not fit[: {value}].[ Expected: {expected}.]",
  },
  "no-data": {
    fr: "Actualisez les données : le classeur n'en contient pas encore.",
    en: "Refresh the data: this workbook holds none yet.",
  },
  "division-by-zero": {
    fr: "Rien à diviser : le dénominateur est nul sur ce périmètre.",
    en: "Nothing to divide by: the denominator is zero here.",
  },
  "formula-syntax": {
    fr: "La formule n'est pas comprise[ au caractère {position}].[ Attendu : {expected}.]",
    en: "The formula is not understood[ at character {position}].[ Expected: {expected}.]",
  },
  "function-unknown": {
    fr: "La fonction « {function} » n'existe pas.[ Vouliez-vous dire {nearest} ?]",
    en: "There is no function “{function}”.[ Did you mean {nearest}?]",
  },
  "reference-invalid": {
    fr: "La référence[ « {reference} »] ne mène à aucune cellule, ou revient à la formule elle-même.",
    en: "The reference[ “{reference}”] leads to no cell, or back to the formula itself.",
  },
  "value-not-found": {
    fr: "La valeur cherchée[ « {value} »] est introuvable.",
    en: "The value looked for[, “{value}”,] cannot be found.",
  },
  "number-invalid": {
    fr: "Le calcul ne donne aucun nombre qu'une cellule puisse contenir.",
    en: "The calculation gives no number that a cell can hold.",
  },
  "timed-out": {
    fr: "La réponse s'est fait attendre[ plus de {seconds} s]. Actualisez les données.",
    en: "The answer took too long[: over {seconds} s]. Refresh the data.",
  },
} as const satisfies Sentences;
