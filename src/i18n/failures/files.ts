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
  "file-decimal-commas": {
    fr: "Dans « {file} », les montants à virgule de « {heading} » ne sont pas entre guillemets : la virgule sépare déjà les colonnes. Exportez avec des points-virgules, ou en Excel.",
    en: "In “{file}”, the amounts of “{heading}” have decimal commas without quotation marks: a comma separates the columns already. Export with semicolons, or as Excel.",
  },
  "file-protected": {
    fr: "Le classeur « {file} » est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
    en: "The workbook “{file}” is protected by a password. Save it without one.",
  },
  "file-old-format": {
    fr: "« {file} » est un classeur Excel d'avant 2007. Enregistrez-le au format .xlsx.",
    en: "“{file}” is an Excel workbook from before 2007. Save it as .xlsx.",
  },
  "file-damaged": {
    fr: "Le classeur « {file} » est endommagé : ouvrez-le dans Excel et enregistrez-le de nouveau.",
    en: "The workbook “{file}” is damaged: open it in Excel and save it again.",
  },
  "file-macros": {
    fr: "Le classeur « {file} » contient des macros. Enregistrez-le au format .xlsx, sans macros.",
    en: "The workbook “{file}” holds macros. Save it as .xlsx, without macros.",
  },
  "file-not-a-workbook": {
    fr: "« {file} » est une archive, mais pas un classeur.",
    en: "“{file}” is an archive, but no workbook.",
  },
  "file-too-large": {
    fr: "« {file} » est trop grand une fois décompressé.",
    en: "“{file}” is too large once unzipped.",
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
