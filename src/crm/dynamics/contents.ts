import type { Lack } from "../../sales/lack";
import { type Content as KitContent, tablesOf } from "../kit";
import { contactsIn, leads, visits } from "./contactCentre";
import { accounts, contacts, products, salespeople } from "./members";
import type { DynamicsPart } from "./part";
import { invoices, opportunities, orderLines } from "./sales";

export type Content = KitContent<DynamicsPart>;

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, isVital: true },
  { table: "customers", part: accounts, isVital: true },
  {
    table: "customers",
    part: contacts,
    what: {
      fr: "les clients particuliers et ce qu'ils achètent",
      en: "private customers and what they buy",
    },
  },
  { table: "products", part: products },
  { table: "order_lines", part: orderLines, refersTo: "products" },
  { table: "visits", part: visits },
  { table: "opportunities", part: opportunities },
  { table: "leads", part: leads },
  { table: "invoices", part: invoices },
  { table: "contacts_in", part: contactsIn },
];

export const TABLES_FILLED = tablesOf(CONTENTS);

/** What no Dynamics 365 Sales has without further products. */
export const LACKS: readonly Lack[] = [
  {
    fr: "Dynamics sait si une facture est payée, non combien il en reste : un paiement partiel compte pour rien dans l'encours.",
    en: "Dynamics knows whether an invoice is paid, not how much is left: a partial payment counts for nothing in what is outstanding.",
  },
  {
    fr: "Dynamics ne relie pas ses lignes de commande à une date de facture, et n'a pas d'avoirs : le chiffre d'affaires suit les commandes.",
    en: "Dynamics links order lines to no invoicing date, and has no credit notes: revenue follows the orders.",
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
    fr: "Les campagnes de Dynamics 365 Sales ne comptent pas leurs envois.",
    en: "Campaigns of Dynamics 365 Sales do not count what they sent.",
    missing: [{ table: "campaigns" }],
  },
  {
    fr: "Dynamics ne distingue ni canaux ni points de vente : toute vente est « field ».",
    en: "Dynamics tells neither channels nor points of sale: every sale is “field”.",
    missing: [{ table: "order_lines", column: "channel" }],
  },
  {
    fr: "Une opportunité gagnée n'est pas une commande ; un prospect que personne n'a noté est « froid ».",
    en: "A won opportunity is no order; a lead that nobody has rated is “cold”.",
  },
];
