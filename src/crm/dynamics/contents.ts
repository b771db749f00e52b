import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { contactsIn, leads, visits } from "./contactCentre";
import { accounts, contacts, NO_PRODUCT, NOBODY, products, salespeople } from "./members";
import type { DynamicsPart } from "./part";
import { invoices, opportunities, orderLines } from "./sales";

/** What fills a table, or fills it in part. */
export interface Content {
  readonly table: TableName;
  readonly part: DynamicsPart;
  /** What is missing when it cannot be read; without this, Vigie cannot do without. */
  readonly without?: Text;
  /** A table it refers to: an order line cannot be there without its product. */
  readonly needs?: TableName;
  /** A member that no record stands for. */
  readonly extra?: { readonly id: string; readonly name: string };
  /** A column whose sum Dynamics can compute: one column less another. */
  readonly sum?: { readonly column: string; readonly of: string; readonly less?: string };
}

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, extra: NOBODY },
  { table: "customers", part: accounts },
  {
    table: "customers",
    part: contacts,
    without: {
      fr: "les clients particuliers et ce qu'ils achètent",
      en: "private customers and what they buy",
    },
  },
  { table: "products", part: products, extra: NO_PRODUCT, without: { fr: "les produits", en: "products" } },
  {
    table: "order_lines",
    part: orderLines,
    needs: "products",
    sum: { column: "revenue", of: "extendedamount_base", less: "tax_base" },
    without: {
      fr: "les commandes (CA, MARGE, MONTANTCOMMANDES, COMMANDES, PANIERMOYEN, clients actifs, nouveaux et perdus)",
      en: "orders (CA, MARGE, MONTANTCOMMANDES, COMMANDES, PANIERMOYEN, active, new and lost customers)",
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
    without: {
      fr: "les opportunités (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
      en: "opportunities (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
    },
  },
  {
    table: "leads",
    part: leads,
    without: { fr: "les prospects (LEADSCHAUDS, LEADSCREES)", en: "leads (LEADSCHAUDS, LEADSCREES)" },
  },
  {
    table: "invoices",
    part: invoices,
    sum: { column: "amount", of: "totalamount_base" },
    without: {
      fr: "les factures (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
      en: "invoices (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
    },
  },
  {
    table: "contacts_in",
    part: contactsIn,
    without: { fr: "les incidents (ENTRANTS, RECLAMATIONS)", en: "cases (ENTRANTS, RECLAMATIONS)" },
  },
];

export const TABLES_FILLED: readonly TableName[] = [...new Set(CONTENTS.map(({ table }) => table))];

/** What no Dynamics 365 Sales has without further products. */
export const LACKS: readonly Text[] = [
  {
    fr: "Dynamics sait si une facture est payée, non combien il en reste : un paiement partiel compte pour rien dans l'encours.",
    en: "Dynamics knows whether an invoice is paid, not how much is left: a partial payment counts for nothing in what is outstanding.",
  },
  {
    fr: "Dynamics ne relie pas ses lignes de commande à une date de facture, et n'a pas d'avoirs : le CA suit les commandes.",
    en: "Dynamics links order lines to no invoicing date, and has no credit notes: CA follows the orders.",
  },
  {
    fr: "Les remises et frais de port d'un en-tête de commande ne sont pas répartis sur ses lignes.",
    en: "Discounts and freight of an order's header are not spread over its lines.",
  },
  {
    fr: "Le coût est celui de l'article aujourd'hui, dans son unité par défaut ; un coût nul compte pour non renseigné.",
    en: "The cost is the product's cost today, in its default unit; a cost of zero counts as not entered.",
  },
  {
    fr: "Les campagnes de Dynamics 365 Sales ne comptent pas leurs envois : TAUXOUVERTURE et TAUXCLIC indisponibles.",
    en: "Campaigns of Dynamics 365 Sales do not count what they sent: TAUXOUVERTURE and TAUXCLIC unavailable.",
  },
  {
    fr: "Dynamics ne distingue ni canaux ni points de vente : toute vente est « field », PANIERWEB est vide.",
    en: "Dynamics tells neither channels nor points of sale: every sale is “field”, PANIERWEB is empty.",
  },
  {
    fr: "Une opportunité gagnée n'est pas une commande ; un prospect que personne n'a noté est « froid ».",
    en: "A won opportunity is no order; a lead that nobody has rated is “cold”.",
  },
];
