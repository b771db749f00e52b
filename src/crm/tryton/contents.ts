import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { creditLines } from "./creditLines";
import { invoices } from "./invoices";
import { customers, products, salespeople } from "./members";
import { opportunities } from "./opportunities";
import { saleLines } from "./orderLines";
import type { Part } from "./part";
import { INVOICING } from "./sale";

/** What fills a table, and what a connection must be able to read for it. */
export interface Content {
  readonly table: TableName;
  readonly part: Part;
  /** Model → the module of Tryton that brings it. */
  readonly needs: Readonly<Record<string, string>>;
  /** What is missing when it cannot be read; without this, Vigie cannot do without. */
  readonly without?: Text;
}

export const CONTENTS: readonly Content[] = [
  {
    table: "salespeople",
    part: salespeople,
    needs: { "company.employee": "company", "company.company": "company", "party.party": "party" },
  },
  {
    table: "customers",
    part: customers,
    needs: { "party.party": "party", "party.address": "party", "party.category": "party" },
  },
  {
    table: "products",
    part: products,
    needs: { "product.product": "product", "product.category": "product" },
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
  },
  {
    table: "order_lines",
    part: creditLines,
    needs: INVOICING,
    without: {
      fr: "les dates de facturation et les avoirs (le chiffre d'affaires suit les commandes)",
      en: "invoicing dates and credit notes (revenue follows the orders)",
    },
  },
  {
    table: "opportunities",
    part: opportunities,
    needs: { "sale.opportunity": "sale_opportunity", "sale.opportunity.line": "sale_opportunity" },
    without: {
      fr: "les opportunités (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
      en: "opportunities (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
    },
  },
  {
    table: "invoices",
    part: invoices,
    needs: {
      "account.invoice": "account_invoice",
      "account.move": "account",
      "account.move.line": "account",
    },
    without: {
      fr: "les factures (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
      en: "invoices (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
    },
  },
];

export const TABLES_FILLED: readonly TableName[] = [...new Set(CONTENTS.map(({ table }) => table))];

/** What no Tryton has, whatever its modules. */
export const LACKS: readonly Text[] = [
  {
    fr: "Tryton ne connaît pas les visites : VISITES et RATIOVISITES indisponibles.",
    en: "Tryton knows no visits: VISITES and RATIOVISITES unavailable.",
  },
  {
    fr: "Tryton ne note pas l'intérêt de ses pistes ; elles sont une étape des opportunités : LEADSCHAUDS et LEADSCREES indisponibles.",
    en: "Tryton does not rate its leads; they are a stage of opportunities: LEADSCHAUDS and LEADSCREES unavailable.",
  },
  {
    fr: "Tryton n'envoie pas d'e-mailings suivis : TAUXOUVERTURE et TAUXCLIC indisponibles.",
    en: "Tryton tracks no mailings: TAUXOUVERTURE and TAUXCLIC unavailable.",
  },
  {
    fr: "Tryton ne tient pas de centre de contact : ENTRANTS et RECLAMATIONS indisponibles.",
    en: "Tryton keeps no contact centre: ENTRANTS and RECLAMATIONS unavailable.",
  },
  {
    fr: "Tryton ne distingue ni canaux ni points de vente : toute vente est « field », PANIERWEB est vide.",
    en: "Tryton tells neither channels nor points of sale: every sale is “field”, PANIERWEB is empty.",
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
