import type { FailureCode } from "../sales/failure";
import type { Text } from "../sales/text";

/**
 * One sentence per failure code, for a sales director. `{name}` is filled from the failure's params; a part in
 * `[brackets]` is said only when every `{name}` in it is given, so a param that is not always known goes there.
 * Never put a secret, a stack or a library's own message in a param.
 */
export const FAILURE_SENTENCES: Readonly<Record<FailureCode, Text>> = {
  // what was asked
  "kpi-unknown": {
    fr: "L'indicateur « {kpi} » n'existe pas.[ Vouliez-vous dire « {nearest} » ?][ Indicateurs possibles : {possible}.]",
    en: "There is no KPI “{kpi}”.[ Did you mean “{nearest}”?][ Possible KPIs: {possible}.]",
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
  "timed-out": {
    fr: "La réponse s'est fait attendre[ plus de {seconds} s]. Actualisez les données.",
    en: "The answer took too long[: over {seconds} s]. Refresh the data.",
  },
  // the rows
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
  // the files
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
  // the source and the gateway
  "source-unknown": {
    fr: "La source « {source} » n'existe pas.[ Sources possibles : {possible}.]",
    en: "There is no source “{source}”.[ Possible sources: {possible}.]",
  },
  "source-refused": {
    fr: "La source[ « {source} »] refuse la connexion. Vérifiez l'identifiant, le mot de passe et vos droits.",
    en: "The source[ “{source}”] refuses the connection. Check your user name, password and rights.",
  },
  "source-unavailable": {
    fr: "La source[ « {source} »] ne répond pas. Réessayez dans quelques minutes.",
    en: "The source[ “{source}”] does not answer. Try again in a few minutes.",
  },
  "source-invalid-answer": {
    fr: "La source[ « {source} »] a donné une réponse inattendue[ pour la table « {table} »].",
    en: "The source[ “{source}”] gave an unexpected answer[ for table “{table}”].",
  },
  "source-address": {
    fr: "Ce qui répond à cette adresse n'est pas la source attendue[ ({source})]. Vérifiez l'adresse.",
    en: "What answers at this address is not the expected source[ ({source})]. Check the address.",
  },
  "source-address-forbidden": {
    fr: "L'adresse[ {address}] n'est pas admise[ : {expected}]. Voyez votre administrateur.",
    en: "The address[ {address}] is not allowed[: {expected}]. Ask your administrator.",
  },
  "source-certificate": {
    fr: "Le certificat de la source[ « {source} »] n'est pas reconnu : il est auto-signé, périmé ou fait pour une autre adresse.",
    en: "The certificate of the source[ “{source}”] is not trusted: it is self-signed, expired or made for another address.",
  },
  "source-database-unknown": {
    fr: "La base[ « {database} »] n'existe pas sur ce serveur[ {source}].",
    en: "There is no database[ “{database}”] on this[ {source}] server.",
  },
  "source-throttled": {
    fr: "La source[ « {source} »] a compté trop d'essais de connexion. Attendez quelques minutes, puis réessayez.",
    en: "The source[ “{source}”] has counted too many sign-in attempts. Wait a few minutes, then try again.",
  },
  "source-no-right": {
    fr: "Votre compte n'a pas le droit de lire tout ce qu'il faut dans la source[ « {source} »][ (table « {table} »)][ ({model})].",
    en: "Your account may not read all that is needed in the source[ “{source}”][ (table “{table}”)][ ({model})].",
  },
  "source-no-company": {
    fr: "Dans la source[ « {source} »], votre compte n'est rattaché à aucune société. Demandez-le à votre administrateur.",
    en: "In the source[ “{source}”], your account belongs to no company. Ask your administrator.",
  },
  "source-module-missing": {
    fr: "Il manque à la source[ « {source} »] un module dont Vigie a besoin[ : {module}].",
    en: "The source[ “{source}”] lacks a module that Vigie needs[: {module}].",
  },
  "source-changed": {
    fr: "Des enregistrements ont disparu de la source[ « {source} »] pendant la lecture[ de la table « {table} »]. Réessayez.",
    en: "Records disappeared from the source[ “{source}”] during the reading[ of table “{table}”]. Try again.",
  },
  "source-changes-lost": {
    fr: "La source[ « {source} »] ne sait plus ce qui a changé depuis la dernière actualisation : tout est relu.",
    en: "The source[ “{source}”] no longer knows what changed since the last refresh: everything is read again.",
  },
  "changes-not-dated": {
    fr: "La source[ « {source} »] ne date pas ses modifications : tout est relu.",
    en: "The source[ “{source}”] does not date its changes: everything is read again.",
  },
  "changes-of-another": {
    fr: "Les données du classeur viennent d'une autre source, d'un autre compte ou d'une autre version : tout est relu.",
    en: "The workbook's data comes from another source, account or version: everything is read again.",
  },
  "changes-rates": {
    fr: "Les taux de change ne sont plus les mêmes : tout est relu.",
    en: "Exchange rates are no longer the same: everything is read again.",
  },
  "changes-set-aside": {
    fr: "Des lignes mises de côté dans « {table} » ont pu changer de sort : tout est relu.",
    en: "Rows set aside in “{table}” may fare differently now: everything is read again.",
  },
  "source-sign-in": {
    fr: "La connexion à la source[ « {source} »] n'a pas abouti[ : {reason}]. Recommencez.",
    en: "Signing in to the source[ “{source}”] did not succeed[: {reason}]. Start again.",
  },
  "source-quota": {
    fr: "La source[ « {source} »] n'accorde plus assez d'appels aujourd'hui[ : {calls} nécessaires, {left} restants]. Réessayez demain ou demandez un quota plus grand.",
    en: "The source[ “{source}”] grants too few calls for today[: {calls} needed, {left} left]. Try again tomorrow or ask for a larger quota.",
  },
  "gateway-unreachable": {
    fr: "Le service Vigie est injoignable. Vérifiez votre connexion réseau.",
    en: "The Vigie service cannot be reached. Check your network connection.",
  },
  "gateway-timeout": {
    fr: "Le service Vigie met trop de temps à répondre[ (plus de {seconds} s)]. Réessayez.",
    en: "The Vigie service takes too long to answer[ (over {seconds} s)]. Try again.",
  },
  "gateway-invalid-answer": {
    fr: "Le service Vigie a donné une réponse inattendue[ (état {status})]. Prévenez votre administrateur.",
    en: "The Vigie service gave an unexpected answer[ (status {status})]. Tell your administrator.",
  },
  "stream-truncated": {
    fr: "Les données se sont interrompues en route. Les précédentes restent en place ; réessayez.",
    en: "The data stopped on its way. The previous data stays in force; try again.",
  },
  "session-expired": {
    fr: "La connexion a expiré. Reconnectez-vous.",
    en: "The connection has expired. Connect again.",
  },
  "refresh-needs-connection": {
    fr: "L'actualisation automatique n'a pas pu se faire sans vous : connectez-vous, puis actualisez.",
    en: "The automatic refresh could not happen without you: connect, then refresh.",
  },
  "request-invalid": {
    fr: "Le service Vigie n'a pas compris la demande[ : {expected}]. Rechargez le volet, puis réessayez.",
    en: "The Vigie service did not understand the request[: {expected}]. Reload the pane, then try again.",
  },
  "upload-too-large": {
    fr: "C'est trop à envoyer d'un coup[ : {megabytes} Mo au plus][, {files} fichiers au plus].",
    en: "This is too much to send at once[: at most {megabytes} MB][, at most {files} files].",
  },
  "too-many-requests": {
    fr: "Trop de demandes en peu de temps. Réessayez[ dans {seconds} s].",
    en: "Too many requests in a short time. Try again[ in {seconds} s].",
  },
  "address-unknown": {
    fr: "Le service Vigie ne connaît pas cette adresse[ : {path}].",
    en: "The Vigie service does not know this address[: {path}].",
  },
  "excel-missing": {
    fr: "Vigie s'ouvre dans Excel : onglet Accueil, bouton « Ouvrir Vigie ».",
    en: "Vigie opens in Excel: Home tab, “Open Vigie”.",
  },
  "configuration-invalid": {
    fr: "La configuration n'est pas valable[ : {setting}][ = {value}].[ Attendu : {expected}.]",
    en: "The configuration is not valid[: {setting}][ = {value}].[ Expected: {expected}.]",
  },
  stopped: {
    fr: "Arrêté à votre demande. Les données précédentes restent en place.",
    en: "Stopped as you asked. The previous data stays in force.",
  },
  // the workbook
  "workbook-locked": {
    fr: "Une actualisation est déjà en cours[ par {user}][ depuis {since}].",
    en: "A refresh is already under way[ by {user}][ since {since}].",
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
  // what is circulated
  "scope-empty": {
    fr: "Aucune ligne dans le périmètre[ « {scope} »] : il n'y a rien à diffuser.",
    en: "The scope[ “{scope}”] has no rows: there is nothing to circulate.",
  },
  "copy-too-large": {
    fr: "Cette copie est trop grande pour qu'Excel sur le web l'ouvre[ ({megabytes} Mo, {limit} au plus)] : enregistrez-la.",
    en: "This copy is too large for Excel on the web to open[ ({megabytes} MB, at most {limit})]: save it instead.",
  },
  internal: {
    fr: "Une erreur imprévue s'est produite. Réessayez ; si elle revient, prévenez votre administrateur.",
    en: "Something unexpected went wrong. Try again; if it happens again, tell your administrator.",
  },
};
