import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";

/** Case, accents and punctuation do not tell two headings apart: `N° de commande` → `n de commande`. */
export const plainWord = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Files people name in other words than a table's code name and captions. */
const FILE_WORDS: Readonly<Record<TableName | "targets", readonly string[]>> = {
  salespeople: ["vendeurs", "commercial", "sales reps", "users"],
  customers: ["client", "comptes", "accounts"],
  products: ["produit", "articles", "items"],
  points_of_sale: ["points de ventes", "magasins", "stores", "shops"],
  order_lines: [
    "lignes de commande",
    "lignes de commandes",
    "lignes commandes",
    "commande",
    "ventes",
    "sales",
    "order lines",
  ],
  visits: ["visite", "rendez vous", "meetings"],
  opportunities: ["opportunite", "affaires", "deals", "pipeline"],
  leads: ["pistes", "prospects"],
  invoices: ["facture", "facturation"],
  campaigns: ["campagnes", "mailings", "emails"],
  contacts_in: ["contacts entrants", "contacts", "centre de contact", "tickets"],
  targets: ["objectifs", "targets", "goals"],
};

/** Words for a column beside its code name and captions, the same in every table. */
const COLUMN_WORDS: Readonly<Record<string, readonly string[]>> = {
  id: ["n", "numero", "code", "ref", "reference", "id ligne", "line id", "uid"],
  name: ["libelle", "intitule", "raison sociale", "label", "titre", "objet"],
  team: ["equipe commerciale"],
  region: ["zone", "secteur geographique", "territory", "territoire"],
  sector: ["secteur d activite", "activite", "industry"],
  family: ["gamme", "categorie", "category"],
  customer_id: ["id client", "code client", "n client", "numero client", "compte", "account"],
  salesperson_id: ["id commercial", "code commercial", "vendeur", "sales rep", "owner", "responsable"],
  product_id: ["id produit", "code produit", "article", "code article", "item"],
  point_of_sale_id: ["id point de vente", "magasin", "store", "shop"],
  order_id: [
    "commande",
    "id commande",
    "numero de commande",
    "numero commande",
    "n commande",
    "order",
    "order no",
  ],
  ordered_on: ["date de commande", "date commande", "order date", "date"],
  invoiced_on: [
    "date de facture",
    "date facture",
    "date de facturation",
    "date facturation",
    "invoice date",
    "facture le",
  ],
  visited_on: ["date de visite", "date visite", "visit date", "date"],
  created_on: [
    "date de creation",
    "date creation",
    "creation date",
    "creee le",
    "cree le",
    "created",
    "date",
  ],
  expected_on: ["date prevue", "cloture prevue", "echeance prevue", "close date", "expected close"],
  closed_on: ["date de cloture", "cloturee le", "closed"],
  issued_on: ["date de facture", "date facture", "date d emission", "invoice date", "date"],
  due_on: ["date d echeance", "date echeance", "echeance", "due date"],
  sent_on: ["date d envoi", "date envoi", "send date", "date"],
  received_on: ["date de reception", "date reception", "date"],
  channel: ["canal de vente", "mode"],
  quantity: ["qte", "quantites", "qty"],
  revenue: [
    "montant",
    "montant net",
    "montant net ht",
    "ca",
    "ca ht",
    "chiffre d affaires",
    "total ht",
    "net amount",
    "amount",
  ],
  cost: ["cout de revient", "prix de revient", "couts", "cout total"],
  amount: ["montant ht", "montant ttc", "total", "valeur"],
  outstanding: ["reste a payer", "solde", "encours", "balance", "restant du"],
  probability: ["proba", "prob"],
  stage: ["phase"],
  status: ["etat"],
  reason: ["raison", "objet", "type"],
  rating: ["temperature", "interet", "chaleur"],
  source: ["origine", "provenance"],
  currency: ["devise", "monnaie"],
  // targets
  kpi: ["indicateur", "indicateurs"],
  dimension: ["axe"],
  member: ["membre"],
  period: ["periode"],
  value: ["valeur", "objectif", "target", "cible"],
};

/** The table a file name stands for, `targets` included: `Commandes.csv`, `order_lines.CSV`. */
export function tableOfFile(file: string): TableName | "targets" | undefined {
  const word = plainWord(file.replace(/\.(csv|tsv|txt)$/i, ""));
  return FILE_TABLES.get(word);
}

/** Whether a heading, as `plainWord`, may name a column; the lower the sooner: 0 code name, 1 caption, 2 other word. */
export function headingRank(
  table: TableName | "targets",
  column: string,
  heading: string,
): number | undefined {
  if (heading === plainWord(column)) return 0;
  const caption =
    table === "targets" ? undefined : TABLES[table].columns.find(({ name }) => name === column)?.caption;
  if (caption && (heading === plainWord(caption.fr) || heading === plainWord(caption.en))) return 1;
  return COLUMN_WORDS[column]?.includes(heading) ? 2 : undefined;
}

const FILE_TABLES: ReadonlyMap<string, TableName | "targets"> = new Map(
  ([...TABLE_NAMES, "targets"] as const).flatMap((table) => {
    const captions = table === "targets" ? [] : [TABLES[table].caption.fr, TABLES[table].caption.en];
    return [table, ...captions, ...FILE_WORDS[table]].map((word) => [plainWord(word), table] as const);
  }),
);
