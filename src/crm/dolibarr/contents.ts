import type { Lack } from "../../sales/lack";
import { type Content as KitContent, tablesOf } from "../kit";
import { contactsIn, opportunities, visits } from "./activity";
import { invoices } from "./invoices";
import { customers, products, salespeople } from "./members";
import { orderLines } from "./orders";
import type { Part } from "./part";

export type Content = KitContent<Part>;

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, isVital: true },
  { table: "customers", part: customers, isVital: true },
  { table: "products", part: products, isVital: true },
  { table: "order_lines", part: orderLines },
  { table: "visits", part: visits },
  { table: "opportunities", part: opportunities },
  { table: "invoices", part: invoices },
  { table: "contacts_in", part: contactsIn },
];

export const TABLES_FILLED = tablesOf(CONTENTS);

/** What no Dolibarr tells, whatever its modules. */
export const LACKS: readonly Lack[] = [
  {
    fr: "L'API de Dolibarr ne dit pas quand une commande est facturée : le chiffre d'affaires suit la date de commande, et les avoirs comptent dans l'encours seulement.",
    en: "Dolibarr's API does not tell when an order is invoiced: revenue follows the order date, and credit notes count only in what is outstanding.",
  },
  {
    fr: "Dolibarr n'a pas de pistes distinctes des opportunités.",
    en: "Dolibarr keeps no leads apart from opportunities.",
    missing: [{ table: "leads" }],
  },
  {
    fr: "L'API de Dolibarr ne donne pas les e-mailings.",
    en: "Dolibarr's API gives no mailings.",
    missing: [{ table: "campaigns" }],
  },
  {
    fr: "Le commercial d'une commande est celui qui l'a saisie, à défaut le représentant du client ; Dolibarr n'a ni équipes ni points de vente.",
    en: "An order's salesperson is who entered it, else the customer's representative; Dolibarr has neither teams nor points of sale.",
  },
  {
    fr: "Un coût nul compte pour non renseigné ; un coût corrigé sans que le total change n'est vu qu'à une actualisation complète.",
    en: "A cost of zero counts as not entered; a cost corrected without changing the total is seen at a full refresh only.",
  },
];
