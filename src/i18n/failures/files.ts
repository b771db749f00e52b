import type { Sentences } from "./sentences";

/** Files and folders. */
export const FILES = {
  "file-unreadable": {
    fr: "Le fichier « {file} » ne peut pas être lu.",
    en: "The file “{file}” cannot be read.",
  },
  "file-empty": {
    fr: "Le fichier « {file} » est vide.",
    en: "The file “{file}” is empty.",
  },
  "file-encoding": {
    fr: "L'encodage du fichier « {file} » n'est pas reconnu.[ Lu comme {encoding}.] Enregistrez-le en UTF-8.",
    en: "The encoding of “{file}” is not recognised.[ Read as {encoding}.] Save it as UTF-8.",
  },
  "file-quotes": {
    fr: "Un guillemet n'est pas fermé[ dans « {file} »][, ligne {line}].",
    en: "A quotation mark is not closed[ in “{file}”][, line {line}].",
  },
  "file-missing-columns": {
    fr: "Il manque des colonnes[ dans « {file} »] : {columns}.",
    en: "Columns are missing[ in “{file}”]: {columns}.",
  },
  "file-too-many-columns": {
    fr: "Le fichier « {file} » a trop de colonnes[ : {count}][, {limit} au plus].",
    en: "The file “{file}” has too many columns[: {count}][, at most {limit}].",
  },
  "file-unknown-table": {
    fr: "Le fichier « {file} » ne correspond à aucune table connue.[ Tables possibles : {possible}.]",
    en: "The file “{file}” matches no known table.[ Possible tables: {possible}.]",
  },
  "folder-missing": {
    fr: "Le dossier « {folder} » n'existe pas ou ne peut pas être lu.",
    en: "The folder “{folder}” does not exist or cannot be read.",
  },
  "mapping-invalid": {
    fr: "Le fichier de correspondance des colonnes n'est pas valable[ : {reason}].",
    en: "The column mapping file is not valid[: {reason}].",
  },
} as const satisfies Sentences;
