import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { contactsIn, opportunities, visits } from "./activity";
import { invoices } from "./invoices";
import { customers, products, salespeople } from "./members";
import { orderLines } from "./orders";
import type { Part } from "./part";

/** What fills a table. */
export interface Content {
  readonly table: TableName;
  readonly part: Part;
  /** What is missing when it cannot be read; without this, Vigie cannot do without. */
  readonly without?: Text;
}

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople },
  { table: "customers", part: customers },
  { table: "products", part: products },
  {
    table: "order_lines",
    part: orderLines,
    without: {
      fr: "les commandes (CA, MONTANTCOMMANDES, COMMANDES, MARGE et ce qui en dépend)",
      en: "orders (CA, MONTANTCOMMANDES, COMMANDES, MARGE and what depends on them)",
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
    table: "invoices",
    part: invoices,
    without: {
      fr: "les factures (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
      en: "invoices (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
    },
  },
  {
    table: "contacts_in",
    part: contactsIn,
    without: { fr: "les tickets (ENTRANTS, RECLAMATIONS)", en: "tickets (ENTRANTS, RECLAMATIONS)" },
  },
];

export const TABLES_FILLED: readonly TableName[] = CONTENTS.map(({ table }) => table);

/** What no Dolibarr tells, whatever its modules. */
export const LACKS: readonly Text[] = [
  {
    fr: "L'API de Dolibarr ne dit pas quand une commande est facturée : le chiffre d'affaires suit la date de commande, et les avoirs comptent dans l'encours seulement.",
    en: "Dolibarr's API does not tell when an order is invoiced: revenue follows the order date, and credit notes count only in what is outstanding.",
  },
  {
    fr: "Dolibarr n'a pas de pistes distinctes des opportunités : LEADSCHAUDS et LEADSCREES indisponibles.",
    en: "Dolibarr keeps no leads apart from opportunities: LEADSCHAUDS and LEADSCREES unavailable.",
  },
  {
    fr: "L'API de Dolibarr ne donne pas les e-mailings : TAUXOUVERTURE et TAUXCLIC indisponibles.",
    en: "Dolibarr's API gives no mailings: TAUXOUVERTURE and TAUXCLIC unavailable.",
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
