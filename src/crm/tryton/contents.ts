import type { Lack } from "../../sales/lack";
import { type Content as KitContent, tablesOf } from "../kit";
import { creditLines } from "./creditLines";
import { invoices } from "./invoices";
import { customers, products, salespeople } from "./members";
import { opportunities } from "./opportunities";
import { saleLines } from "./orderLines";
import type { Part } from "./part";
import { INVOICING } from "./sale";

export interface Content extends KitContent<Part> {
  /** Models that a connection must be able to read for it: model → the module of Tryton that brings it. */
  readonly needs: Readonly<Record<string, string>>;
}

export const CONTENTS: readonly Content[] = [
  {
    table: "salespeople",
    part: salespeople,
    needs: { "company.employee": "company", "company.company": "company", "party.party": "party" },
    isVital: true,
  },
  {
    table: "customers",
    part: customers,
    needs: { "party.party": "party", "party.address": "party", "party.category": "party" },
    isVital: true,
  },
  {
    table: "products",
    part: products,
    needs: { "product.product": "product", "product.category": "product" },
    isVital: true,
  },
  {
    table: "order_lines",
    part: saleLines,
    needs: {
      "sale.sale": "sale",
      "sale.line": "sale",
      "product.uom": "product",
      "currency.currency": "currency",
    },
    isVital: true,
  },
  {
    table: "order_lines",
    part: creditLines,
    needs: INVOICING,
    what: {
      fr: "les dates de facturation et les avoirs (le chiffre d'affaires suit les commandes)",
      en: "invoicing dates and credit notes (revenue follows the orders)",
    },
  },
  {
    table: "opportunities",
    part: opportunities,
    needs: { "sale.opportunity": "sale_opportunity", "sale.opportunity.line": "sale_opportunity" },
  },
  {
    table: "invoices",
    part: invoices,
    needs: {
      "account.invoice": "account_invoice",
      "account.move": "account",
      "account.move.line": "account",
    },
  },
];

export const TABLES_FILLED = tablesOf(CONTENTS);

/** Lacks of every Tryton, with any modules. */
export const LACKS: readonly Lack[] = [
  {
    fr: "Tryton ne connaît pas les visites.",
    en: "Tryton knows no visits.",
    missing: [{ table: "visits" }],
  },
  {
    fr: "Tryton ne note pas l'intérêt de ses pistes ; elles sont une étape des opportunités.",
    en: "Tryton does not rate its leads; they are a stage of opportunities.",
    missing: [{ table: "leads" }],
  },
  {
    fr: "Tryton n'envoie pas d'e-mailings suivis.",
    en: "Tryton tracks no mailings.",
    missing: [{ table: "campaigns" }],
  },
  {
    fr: "Tryton ne tient pas de centre de contact.",
    en: "Tryton keeps no contact centre.",
    missing: [{ table: "contacts_in" }],
  },
  {
    fr: "Tryton ne distingue ni canaux ni points de vente : toute vente est « field ».",
    en: "Tryton tells neither channels nor points of sale: every sale is “field”.",
    missing: [{ table: "order_lines", column: "channel" }],
  },
  {
    fr: "Une facture faite sans vente compte dans l'encours, pas dans le chiffre d'affaires.",
    en: "An invoice made without a sale counts in what is outstanding, not in revenue.",
  },
  {
    fr: "Le coût est celui de l'article aujourd'hui ; un coût nul compte pour non renseigné.",
    en: "The cost is the product's cost today; a cost of zero counts as not entered.",
  },
];
