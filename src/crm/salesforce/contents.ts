import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { campaigns, contactsIn, leads, visits } from "./contacts";
import { customers, products, salespeople } from "./members";
import type { SalesforcePart } from "./part";
import { opportunities, orderLines } from "./sales";

/** What fills a table. */
export interface Content {
  readonly table: TableName;
  readonly part: SalesforcePart;
  /** What is missing when it cannot be read; without this, Vigie cannot do without. */
  readonly without?: Text;
  /** A table it refers to: an order line cannot be there without its product. */
  readonly needs?: TableName;
  /** A column whose sum Salesforce can compute from this field. */
  readonly sum?: { readonly column: string; readonly field: string };
}

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople },
  { table: "customers", part: customers },
  { table: "products", part: products, without: { fr: "les produits", en: "products" } },
  {
    table: "order_lines",
    part: orderLines,
    needs: "products",
    sum: { column: "revenue", field: "TotalPrice" },
    without: {
      fr: "les commandes (CA, MONTANTCOMMANDES, COMMANDES, PANIERMOYEN, clients actifs, nouveaux et perdus)",
      en: "orders (CA, MONTANTCOMMANDES, COMMANDES, PANIERMOYEN, active, new and lost customers)",
    },
  },
  {
    table: "visits",
    part: visits,
    without: { fr: "les visites (VISITES, RATIOVISITES)", en: "visits (VISITES, RATIOVISITES)" },
  },
  {
    table: "opportunities",
    part: opportunities,
    sum: { column: "amount", field: "Amount" },
    without: {
      fr: "les opportunités (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
      en: "opportunities (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
    },
  },
  {
    table: "leads",
    part: leads,
    without: { fr: "les pistes (LEADSCHAUDS, LEADSCREES)", en: "leads (LEADSCHAUDS, LEADSCREES)" },
  },
  { table: "campaigns", part: campaigns, without: { fr: "les campagnes", en: "campaigns" } },
  {
    table: "contacts_in",
    part: contactsIn,
    without: { fr: "les requêtes (ENTRANTS, RECLAMATIONS)", en: "cases (ENTRANTS, RECLAMATIONS)" },
  },
];

export const TABLES_FILLED: readonly TableName[] = CONTENTS.map(({ table }) => table);

/** What no Salesforce has without further products. */
export const LACKS: readonly Text[] = [
  {
    fr: "Salesforce n'a pas de factures sans Billing : ENCOURS, ENCOURSECHU, BALANCEAGEE et DSO indisponibles.",
    en: "Salesforce has no invoices without Billing: ENCOURS, ENCOURSECHU, BALANCEAGEE and DSO unavailable.",
  },
  {
    fr: "Salesforce ne connaît ni dates de facture ni avoirs : le CA suit les commandes activées, à leur date de début.",
    en: "Salesforce knows neither invoicing dates nor credit notes: CA follows activated orders, at their start date.",
  },
  {
    fr: "Salesforce n'a pas de coûts : MARGE et TAUXMARGE indisponibles.",
    en: "Salesforce has no costs: MARGE and TAUXMARGE unavailable.",
  },
  {
    fr: "Salesforce ne compte que les envois de ses campagnes : TAUXOUVERTURE et TAUXCLIC indisponibles.",
    en: "Salesforce only counts what its campaigns sent: TAUXOUVERTURE and TAUXCLIC unavailable.",
  },
  {
    fr: "Salesforce ne distingue ni canaux ni points de vente : toute vente est « field », PANIERWEB est vide.",
    en: "Salesforce tells neither channels nor points of sale: every sale is “field”, PANIERWEB is empty.",
  },
  {
    fr: "Une opportunité gagnée n'est pas une commande ; une piste que personne n'a notée est « froide ».",
    en: "A won opportunity is no order; a lead that nobody has rated is “cold”.",
  },
];
