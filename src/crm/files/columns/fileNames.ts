import { TABLE_NAMES, TABLES, type TableName } from "../../../sales/schema";
import { plainWord } from "../values/plainWord";
import type { SourceTable } from "./fields";

/** Files people name in other words than a table's code name and captions. */
const FILE_WORDS: Readonly<Partial<Record<SourceTable, readonly string[]>>> = {
  salespeople: ["vendeurs", "commercial", "sales reps", "users", "force de vente", "equipe commerciale"],
  customers: ["client", "comptes", "accounts", "tiers", "societes", "companies"],
  products: ["produit", "articles", "items", "catalogue"],
  points_of_sale: ["points de ventes", "magasins", "stores", "shops", "agences"],
  order_lines: [
    "lignes de commande",
    "lignes de commandes",
    "lignes commandes",
    "commande",
    "ventes",
    "vente",
    "sales",
    "orders",
    "order lines",
    "sales orders",
  ],
  invoice_lines: [
    "lignes de factures",
    "lignes factures",
    "lignes de facturation",
    "detail factures",
    "detail des factures",
    "invoice lines",
    "invoice items",
  ],
  visits: ["visite", "rendez vous", "meetings", "rdv"],
  opportunities: ["opportunite", "affaires", "deals", "pipeline", "opportunities"],
  leads: ["pistes", "prospects"],
  invoices: ["facture", "facturation", "encours", "creances"],
  campaigns: ["campagnes", "mailings", "emails"],
  contacts_in: ["contacts entrants", "contacts", "centre de contact", "tickets"],
  targets: ["objectifs", "targets", "goals"],
};

/** Words that exports add to a name: `export_commandes_2024-03 (1)`, `Clients-v2`. */
const ADDED =
  /^(export|extract|extraction|extrait|liste|list|fichier|data|donnees|de|des|du|v?\d+|[a-z]{2}\d+|copie|copy|final|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|q[1-4]|t[1-4]|s[12])$/;

/** The table a file's or a sheet's name stands for: `Commandes.csv`, `export_clients_2024.xlsx`, `order_lines`. */
export function tableOfName(name: string): SourceTable | undefined {
  const word = plainWord(name.replace(/\.(csv|tsv|txt|xlsx|xlsm|ods)$/i, ""));
  return NAMES.get(word) ?? NAMES.get(withoutAdditions(word));
}

function withoutAdditions(word: string): string {
  const words = word.split(" ");
  const isAdded = (each: string | undefined) => each !== undefined && ADDED.test(each);
  while (isAdded(words[0])) words.shift();
  while (isAdded(words.at(-1))) words.pop();
  return words.join(" ");
}

const NAMES: ReadonlyMap<string, SourceTable> = new Map(
  ([...TABLE_NAMES, "targets"] as const).flatMap((table) =>
    [table, ...captionsOf(table), ...(FILE_WORDS[table] ?? [])].map(
      (word) => [plainWord(word), table] as const,
    ),
  ),
);

function captionsOf(table: SourceTable): readonly string[] {
  if (table === "targets") return [];
  const { caption } = TABLES[table as TableName];
  return [caption.fr, caption.en];
}
