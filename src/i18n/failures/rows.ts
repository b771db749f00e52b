import type { Sentences } from "./sentences";

/** Rows that break the schema. */
export const ROWS = {
  "row-missing-value": {
    fr: "La colonne[ « {column} »] est vide alors qu'elle est obligatoire.",
    en: "The column[ “{column}”] is empty but required.",
  },
  "row-bad-date": {
    fr: "« {value} » n'est pas une date[ (colonne « {column} »)].",
    en: "“{value}” is not a date[ (column “{column}”)].",
  },
  "row-bad-number": {
    fr: "« {value} » n'est pas un nombre accepté[ (colonne « {column} »)].[ Attendu : {expected}.]",
    en: "“{value}” is not an accepted number[ (column “{column}”)].[ Expected: {expected}.]",
  },
  "row-bad-choice": {
    fr: "« {value} » n'est pas une valeur admise[ de la colonne « {column} »].[ Possibles : {possible}.]",
    en: "“{value}” is not an accepted value[ of column “{column}”].[ Possible: {possible}.]",
  },
  "row-bad-text": {
    fr: "La valeur[ de la colonne « {column} »] n'est pas un texte.",
    en: "The value[ of column “{column}”] is not a text.",
  },
  "row-wrong-cells": {
    fr: "La ligne a {found} cellules[ au lieu de {expected}].",
    en: "The line has {found} cells[ instead of {expected}].",
  },
  "row-unknown-reference": {
    fr: "« {value} » ne correspond à aucune ligne[ de la table « {table} »][ (colonne « {column} »)].",
    en: "“{value}” matches no row[ of table “{table}”][ (column “{column}”)].",
  },
  "row-ambiguous-reference": {
    fr: "« {value} » désigne plusieurs lignes[ ({ids})] : donnez leur identifiant.",
    en: "“{value}” stands for several rows[ ({ids})]: give their id.",
  },
  "row-duplicate-id": {
    fr: "L'identifiant « {value} » figure déjà dans la table ; la première ligne est gardée.",
    en: "The id “{value}” is already in the table; the first row is kept.",
  },
  "row-text-too-long": {
    fr: "Le texte[ de la colonne « {column} »] est trop long[ : {length} caractères][, {limit} au plus].",
    en: "The text[ of column “{column}”] is too long[: {length} characters][, at most {limit}].",
  },
  "row-currency-without-rate": {
    fr: "Aucun taux de change n'est connu pour « {currency} ».",
    en: "No exchange rate is known for “{currency}”.",
  },
  "row-unreadable": {
    fr: "L'enregistrement n'a pas la forme attendue[ (champ « {field} »)].",
    en: "The record does not have the expected shape[ (field “{field}”)].",
  },
} as const satisfies Sentences;
