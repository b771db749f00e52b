import type { Lack } from "../../sales/lack";
import { type Content as KitContent, tablesOf } from "../kit";
import { campaigns, contactsIn, leads, visits } from "./contacts";
import { customers, products, salespeople } from "./members";
import type { SalesforcePart } from "./part";
import { opportunities, orderLines } from "./sales";

export type Content = KitContent<SalesforcePart>;

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, isVital: true },
  { table: "customers", part: customers, isVital: true },
  { table: "products", part: products },
  { table: "order_lines", part: orderLines, refersTo: "products" },
  { table: "visits", part: visits },
  { table: "opportunities", part: opportunities },
  { table: "leads", part: leads },
  { table: "campaigns", part: campaigns },
  { table: "contacts_in", part: contactsIn },
];

export const TABLES_FILLED = tablesOf(CONTENTS);

/** What no Salesforce has without further products. */
export const LACKS: readonly Lack[] = [
  {
    fr: "Salesforce n'a pas de factures sans Billing.",
    en: "Salesforce has no invoices without Billing.",
    missing: [{ table: "invoices" }],
  },
  {
    fr: "Salesforce ne connaît ni dates de facture ni avoirs : le chiffre d'affaires suit les commandes activées, à leur date de début.",
    en: "Salesforce knows neither invoicing dates nor credit notes: revenue follows activated orders, at their start date.",
  },
  {
    fr: "Salesforce n'a pas de coûts.",
    en: "Salesforce has no costs.",
    missing: [{ table: "order_lines", column: "cost" }],
  },
  {
    fr: "Salesforce ne compte que les envois de ses campagnes.",
    en: "Salesforce only counts what its campaigns sent.",
    missing: ["delivered", "opened", "clicked"].map((column) => ({ table: "campaigns", column })),
  },
  {
    fr: "Salesforce ne distingue ni canaux ni points de vente : toute vente est « field ».",
    en: "Salesforce tells neither channels nor points of sale: every sale is “field”.",
    missing: [{ table: "order_lines", column: "channel" }],
  },
  {
    fr: "Une opportunité gagnée n'est pas une commande ; une piste que personne n'a notée est « froide ».",
    en: "A won opportunity is no order; a lead that nobody has rated is “cold”.",
  },
];
