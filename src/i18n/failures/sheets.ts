import type { Sentences } from "./sentences";

/** Failures of the edition in Google Sheets. */
export const SHEETS = {
  "sheets-refused": {
    fr: "Google Sheets a refusé d'écrire[ : {reason}]. Rien n'a changé ; vos derniers chiffres restent. Réessayez.",
    en: "Google Sheets refused to write[: {reason}]. Nothing has changed; your last figures stay. Try again.",
  },
  "sheets-quota": {
    fr: "Google limite le nombre de demandes, et la limite est atteinte. Vos derniers chiffres restent ; réessayez dans une minute, ou demain si cela revient.",
    en: "Google limits the number of requests, and the limit is reached. Your last figures stay; try again in a minute, or tomorrow if it comes back.",
  },
  "sheets-no-right": {
    fr: "Votre compte Google n'a pas le droit de faire cela dans cette feuille de calcul. Demandez à son propriétaire le droit de modifier, puis autorisez Vigie.",
    en: "Your Google account may not do this in this spreadsheet. Ask its owner for the right to edit, then authorise Vigie.",
  },
  "sheets-stopped": {
    fr: "Google a arrêté le calcul avant sa fin, parce qu'il durait trop longtemps. Vos derniers chiffres restent.",
    en: "Google stopped the computation before its end, because it took too long. Your last figures stay.",
  },
  "sheets-unreachable": {
    fr: "Google Sheets ne répond pas. Vérifiez votre connexion, puis rouvrez le volet de Vigie.",
    en: "Google Sheets does not answer. Check your connection, then open Vigie's pane again.",
  },
  "sheets-outdated": {
    fr: "Le module installé dans Google Sheets est plus ancien que ce volet. Demandez à votre administrateur de le mettre à jour.",
    en: "The module installed in Google Sheets is older than this pane. Ask your administrator to update it.",
  },
  "sheets-sign-in": {
    fr: "Dans Google Sheets, la fenêtre de connexion du CRM ne s'ouvre pas encore. Connectez-vous avec un identifiant, une clé, des fichiers, ou le compte de l'équipe.",
    en: "In Google Sheets the CRM's sign-in window does not open yet. Connect with a login, a key, files, or the team's account.",
  },
  "sheets-no-explanation": {
    fr: "Dans Google Sheets, tapez =KPI_EXPLIQUER(…) dans une cellule pour savoir d'où vient un chiffre : le volet ne l'explique pas encore.",
    en: "In Google Sheets, type =KPI_EXPLIQUER(…) into a cell to learn where a figure comes from: the pane does not explain it yet.",
  },
} as const satisfies Sentences;
