import { TABLES, type TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";

/** What a set of files lacks, said plainly: shown in the pane. */
export const NOTES = {
  derived: (table: TableName): Text => ({
    fr: `${TABLES[table].caption.fr} : sans fichier lisible, déduits des identifiants cités ailleurs.`,
    en: `${TABLES[table].caption.en}: no readable file, derived from the ids mentioned elsewhere.`,
  }),
  withoutFile: (tables: readonly TableName[]): Text => ({
    fr: `Sans fichier : ${tables.map((table) => TABLES[table].caption.fr).join(", ")} ; leurs indicateurs restent à zéro.`,
    en: `No file: ${tables.map((table) => TABLES[table].caption.en).join(", ")}; their KPIs stay at zero.`,
  }),
  withoutInvoicing: {
    fr: "Sans date de facturation : le chiffre d'affaires est daté de la commande.",
    en: "No invoicing dates: revenue is dated by the order.",
  },
  withoutCosts: { fr: "Sans coûts : marge indisponible.", en: "No costs: margin unavailable." },
  ignoredFile: (file: string): Text => ({
    fr: `Fichier ignoré, table inconnue : ${file}.`,
    en: `File ignored, unknown table: ${file}.`,
  }),
  secondFile: (file: string, table: string): Text => ({
    fr: `Fichier ignoré : ${file} (la table ${table} a déjà un fichier).`,
    en: `File ignored: ${file} (table ${table} already has a file).`,
  }),
  unreadableTargets: (places: readonly string[]): Text => ({
    fr: `Objectifs illisibles, laissés de côté : ${places.join(", ")}.`,
    en: `Unreadable targets, set aside: ${places.join(", ")}.`,
  }),
  targetsFailed: (file: string): Text => ({
    fr: `Objectifs non lus : ${file} ne convient pas (colonnes kpi, period, value).`,
    en: `Targets not read: ${file} does not fit (columns kpi, period, value).`,
  }),
} as const;
