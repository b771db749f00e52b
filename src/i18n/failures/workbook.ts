import type { Sentences } from "./sentences";

/** Failures of the workbook and of its kept tables. */
export const WORKBOOK = {
  "workbook-locked": {
    fr: "Une actualisation est déjà en cours[ par {user}][ depuis {since}].",
    en: "A refresh is already under way[ by {user}][ since {since}].",
  },
  "workbook-locked-by-you": {
    fr: "Vous actualisez déjà ce classeur[ depuis {since}], ici ou dans une autre fenêtre. Attendez que ce soit fini.",
    en: "You are already refreshing this workbook[ since {since}], here or in another window. Wait until that is done.",
  },
  "workbook-taken-over": {
    fr: "Une autre de vos fenêtres actualise ce classeur[ depuis {since}] : cette actualisation s'est arrêtée, sans rien changer.",
    en: "Another of your windows is refreshing this workbook[ since {since}]: this refresh has stopped, without changing anything.",
  },
  "workbook-protected": {
    fr: "[La feuille « {sheet} » est protégée. ]Ôtez la protection du classeur, puis réessayez.",
    en: "[The sheet “{sheet}” is protected. ]Remove the protection of the workbook, then try again.",
  },
  "workbook-editing": {
    fr: "Une cellule est en cours de saisie. Validez-la, puis réessayez.",
    en: "A cell is being edited. Confirm it, then try again.",
  },
  "workbook-busy": {
    fr: "Excel est occupé. Réessayez dans un instant.",
    en: "Excel is busy. Try again in a moment.",
  },
  "workbook-refused": {
    fr: "Excel a refusé. Si un autre classeur est devant, revenez dans celui-ci, puis réessayez.",
    en: "Excel refused. If another workbook is in front, come back to this one, then try again.",
  },
  "workbook-newer-schema": {
    fr: "Ce classeur vient d'une version plus récente de Vigie[ (schéma {found}, connu jusqu'au {known})]. Mettez Vigie à jour.",
    en: "This workbook comes from a newer version of Vigie[ (schema {found}, known up to {known})]. Update Vigie.",
  },
  "workbook-damaged": {
    fr: "Les données cachées du classeur sont incomplètes[ ({what})]. Actualisez pour les rétablir.",
    en: "The workbook's hidden data is incomplete[ ({what})]. Refresh to restore it.",
  },
  "workbook-too-large": {
    fr: "Trop de données pour un classeur[ : {rows} lignes dans « {table} »][, {limit} au plus].",
    en: "Too much data for a workbook[: {rows} rows in “{table}”][, at most {limit}].",
  },
  "workbook-api-missing": {
    fr: "Cette version d'Excel est trop ancienne pour Vigie[ (il manque {api})].",
    en: "This version of Excel is too old for Vigie[ ({api} is missing)].",
  },
  "target-invalid": {
    fr: "Un objectif de la feuille « Objectifs » n'est pas valable[ (ligne {row})][ : {reason}].",
    en: "A target in the sheet “Objectifs” is not valid[ (row {row})][: {reason}].",
  },
  "register-invalid": {
    fr: "Une ligne de la feuille « Référentiel » n'est pas valable[ (ligne {row})][ : {reason}].",
    en: "A row of the sheet “Référentiel” is not valid[ (row {row})][: {reason}].",
  },
  "register-twice": {
    fr: "L'indicateur[ {kpi}] a déjà une ligne plus haut : celle-ci ne compte pas.",
    en: "The KPI[ {kpi}] already has a row above: this one does not count.",
  },
  "threshold-order-high": {
    fr: "Le seuil d'alerte[ ({alert})] doit être inférieur au seuil d'anticipation[ ({anticipation})] : plus haut est mieux.",
    en: "The alert threshold[ ({alert})] must be below the anticipation threshold[ ({anticipation})]: higher is better.",
  },
  "threshold-order-low": {
    fr: "Le seuil d'alerte[ ({alert})] doit être supérieur au seuil d'anticipation[ ({anticipation})] : plus bas est mieux.",
    en: "The alert threshold[ ({alert})] must be above the anticipation threshold[ ({anticipation})]: lower is better.",
  },
  "action-invalid": {
    fr: "Une ligne de la feuille « Plan d'action » n'est pas valable[ (ligne {row})][ : {reason}].",
    en: "A row of the sheet “Plan d'action” is not valid[ (row {row})][: {reason}].",
  },
  "setting-fixed": {
    fr: "Ce réglage[ ({setting})] est fixé par votre administrateur : il ne se change pas ici.",
    en: "This setting[ ({setting})] is fixed by your administrator: it cannot be changed here.",
  },
  "setting-invalid": {
    fr: "Une ligne de la feuille « Réglages » n'est pas valable[ (ligne {row})][ : {reason}].",
    en: "A row of the sheet “Réglages” is not valid[ (row {row})][: {reason}].",
  },
} as const satisfies Sentences;
