import type { FailureParams } from "../sales/failure";
import type { Note, NoteCode } from "../sales/note";
import { TABLES } from "../sales/schema";
import type { Language, Text } from "../sales/text";
import { tableCaption } from "./captions";
import { fill } from "./sentence";

/** A note as one sentence for a person: what was decided, where, and what it changes. */
export function noteSentence(note: Note, language: Language): string {
  return fill(NOTE_SENTENCES[note.code][language], withCaptions(note, language));
}

function withCaptions({ params, table }: Note, language: Language): FailureParams {
  const caption = (name: string) =>
    (table && TABLES[table].columns.find((column) => column.name === name)?.caption[language]) ?? name;
  const order = typeof params.order === "string" ? DATE_ORDERS[params.order]?.[language] : undefined;
  return {
    ...params,
    ...(params.table !== undefined && { table: tableCaption(params.table, language) ?? "" }),
    ...(typeof params.column === "string" && { column: caption(params.column) }),
    ...(order !== undefined && { order }),
  };
}

const DATE_ORDERS: Readonly<Record<string, Text>> = {
  dmy: { fr: "jour/mois/année", en: "day/month/year" },
  mdy: { fr: "mois/jour/année", en: "month/day/year" },
  ymd: { fr: "année/mois/jour", en: "year/month/day" },
};

/** One sentence a code; `{name}` and `[optional part]` as in failures. */
const NOTE_SENTENCES: Readonly<Record<NoteCode, Text>> = {
  "file-ignored": {
    fr: "« {file} » n'est pas chargé : ni son nom ni ses colonnes ne disent ce qu'il contient.",
    en: "“{file}” is not loaded: neither its name nor its columns tell what it holds.",
  },
  "file-table-guessed": {
    fr: "« {file} » est lu comme {table}, d'après ses colonnes.",
    en: "“{file}” is read as {table}, by its columns.",
  },
  "file-not-read": { fr: "« {file} » ne peut pas être lu.", en: "“{file}” cannot be read." },
  "table-derived": {
    fr: "{table} : sans fichier, déduits de ce que citent les autres.",
    en: "{table}: no file, derived from what the others mention.",
  },
  "column-chosen": {
    fr: "« {file} » : {column} vient de « {heading} » ; {others} conviendrait aussi et donnerait d'autres chiffres.",
    en: "“{file}”: {column} comes from “{heading}”; {others} would fit as well and give other figures.",
  },
  "column-unused": {
    fr: "« {file} » : colonnes non utilisées : {headings}.",
    en: "“{file}”: columns not used: {headings}.",
  },
  "column-absent": {
    fr: "« {file} » : sans colonne {column} ; toutes ses lignes sont « (non renseigné) ».",
    en: "“{file}”: no column {column}; all its rows are “(non renseigné)”.",
  },
  "column-gross": {
    fr: "« {file} » : les montants de « {heading} » sont TTC ; le chiffre d'affaires comprend la TVA.",
    en: "“{file}”: the amounts of “{heading}” include tax; so does revenue.",
  },
  "column-share-guessed": {
    fr: "« {file} » : « {heading} » est pris pour des parts de 0 à 1 ou des pourcentages d'après ses valeurs.",
    en: "“{file}”: “{heading}” is taken for shares from 0 to 1 or percentages by its values.",
  },
  "dates-guessed": {
    fr: "« {file} » : rien ne prouve l'ordre des dates de « {heading} » ; elles sont lues {order}.",
    en: "“{file}”: nothing proves the order of the dates of “{heading}”; they are read {order}.",
  },
  "dates-contradicting": {
    fr: "« {file} » : {count} dates de « {heading} » ne sont pas de la forme {order} des autres.",
    en: "“{file}”: {count} dates of “{heading}” are not {order} like the others.",
  },
  "decimals-guessed": {
    fr: "« {file} » : « {heading} » a toujours trois chiffres après le séparateur ; {mark} est pris pour la décimale, l'autre pour les milliers.",
    en: "“{file}”: “{heading}” always has three digits behind its mark; {mark} is taken for the decimal mark, the other for thousands.",
  },
  "currency-assumed": {
    fr: "Aucune devise n'est indiquée : les montants sont pris en {currency}.",
    en: "No currency is named: amounts are taken as {currency}.",
  },
  "currency-several": {
    fr: "Les montants sont en {currency} ; les lignes en {others} sont mises de côté, faute de taux.",
    en: "Amounts are in {currency}; rows in {others} are set aside for want of rates.",
  },
  "rows-left-out-by-state": {
    fr: "« {file} » : {count} lignes au statut « {state} » ne sont pas des ventes et ne sont pas chargées.",
    en: "“{file}”: {count} rows with status “{state}” are no sales and are not loaded.",
  },
  "state-unknown": {
    fr: "« {file} » : {count} lignes au statut « {state} », inconnu, sont comptées comme des ventes.",
    en: "“{file}”: {count} rows with the unknown status “{state}” are counted as sales.",
  },
  "rows-footer": {
    fr: "« {file} » : {count} lignes de total ou de pied de page ne sont pas chargées.",
    en: "“{file}”: {count} rows of totals or footers are not loaded.",
  },
  "rows-future": {
    fr: "{table} : {count} lignes sont datées après la date des données, jusqu'au {until} ; elles ne comptent dans aucune période.",
    en: "{table}: {count} rows are dated after the data date, up to {until}; they count in no period.",
  },
  "visits-untyped": {
    fr: "Visites : l'agenda ne donne pas de type à ses événements ; ceux qui ont un tiers comptent comme visites.",
    en: "Visits: the agenda gives its events no type; those that have a third party count as visits.",
  },
  "cells-unread": {
    fr: "{table} : {count} cellules de {column} ne peuvent pas être lues (« {value} ») et sont laissées vides.",
    en: "{table}: {count} cells of {column} cannot be read (“{value}”) and are left empty.",
  },
  "ids-scientific": {
    fr: "« {file} » : {count} identifiants de « {heading} » ont été arrondis par un tableur (1,23E+05) ; des lignes peuvent être confondues.",
    en: "“{file}”: {count} ids of “{heading}” were rounded by a spreadsheet (1.23E+05); rows may be taken for each other.",
  },
  "names-differ": {
    fr: "{table} : {count} identifiants portent plusieurs noms ; le plus fréquent est montré.",
    en: "{table}: {count} ids bear several names; the most frequent is shown.",
  },
  "invoicing-absent": {
    fr: "Sans date de facturation : le chiffre d'affaires est daté de la commande.",
    en: "No invoicing dates: revenue is dated by the order.",
  },
  "targets-not-read": {
    fr: "Objectifs non lus : « {file} » n'a pas les colonnes indicateur, période et valeur.",
    en: "Targets not read: “{file}” lacks the columns KPI, period and value.",
  },
  "targets-unreadable": {
    fr: "Objectifs illisibles, laissés de côté : {places}.",
    en: "Unreadable targets, set aside: {places}.",
  },
  "target-unanswered": {
    fr: "Objectif sans réponse : {place} ; {reason}",
    en: "Target without an answer: {place}; {reason}",
  },
};
