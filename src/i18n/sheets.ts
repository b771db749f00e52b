import type { Language, Text } from "../sales/text";

/** Menu, messages and notes of the edition in Google Sheets; light, for each cell there starts its own runtime. */
const SHEETS = {
  menuOpen: { fr: "Ouvrir Vigie", en: "Open Vigie" },
  menuMorning: { fr: "Actualiser chaque matin…", en: "Refresh every morning…" },
  menuNoMorning: { fr: "Ne plus actualiser le matin", en: "No longer refresh in the morning" },
  menuFirstHour: { fr: "Vérifier cette installation", en: "Check this installation" },
  layoutChanged: {
    fr: "Les tableaux de bord doivent être refaits : ouvrez Vigie (menu Extensions), puis actualisez.",
    en: "The dashboards have to be rebuilt: open Vigie (Extensions menu), then refresh.",
  },
  scheduledBy: { fr: "{person} (chaque matin)", en: "{person} (every morning)" },
  morningFailed: {
    fr: "{time} : l'actualisation du matin a échoué. {sentence}",
    en: "{time}: the morning's refresh failed. {sentence}",
  },
  morningNeedsData: {
    fr: "Actualisez une première fois depuis le volet de Vigie.",
    en: "Refresh once from Vigie's pane first.",
  },
  morningCode: {
    fr: "Le code du compte de l'équipe. Google le garde parmi vos propriétés, pas dans cette feuille ; l'actualisation se fera chaque matin vers 8 h 15, en votre nom.",
    en: "The code of the team's account. Google keeps it among your properties, not in this sheet; the refresh will run every morning about 8:15, in your name.",
  },
  morningSet: {
    fr: "C'est fait : vers 8 h 15, à la minute que Google choisit, même fichier fermé.",
    en: "Done: about 8:15, at the minute Google chooses, even while the file is closed.",
  },
  morningEnded: { fr: "C'est arrêté.", en: "It has ended." },
  morningNone: {
    fr: "Vous n'aviez rien demandé pour ce fichier.",
    en: "You had asked for nothing in this file.",
  },
} as const satisfies Record<string, Text>;

/** One of these texts in a language, its `{names}` filled. */
export const sheetsText = (
  key: keyof typeof SHEETS,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string => SHEETS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
