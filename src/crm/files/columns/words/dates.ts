import { words } from "./list";

/** Headings of dates. */
export const DATE_WORDS: Readonly<Record<string, readonly string[]>> = {
  ordered_on: words(
    "date de commande, date commande, date de la commande, order date, sale date, date de vente, date vente, transaction date, date",
  ),
  invoiced_on: words(
    "date de facture, date facture, date de facturation, date facturation, invoice date, facture le, billing date, date d emission",
  ),
  visited_on: words("date de visite, date visite, visit date, date du rendez vous, meeting date, date"),
  created_on: words(
    "date de creation, date creation, creation date, creee le, cree le, created, create date, created date, date d ouverture, date",
  ),
  expected_on: words(
    "date de cloture prevue, date prevue, cloture prevue, echeance prevue, close date, expected close date, expected close, date de signature prevue, date de cloture",
  ),
  closed_on: words(
    "date de cloture reelle, date de cloture, cloturee le, closed, closed date, date de signature, won date",
  ),
  issued_on: words(
    "date de facture, date facture, date d emission, invoice date, date de facturation, date piece, date",
  ),
  due_on: words(
    "date d echeance, date echeance, echeance, due date, payment due date, date limite de reglement",
  ),
  sent_on: words("date d envoi, date envoi, send date, sent date, date"),
  received_on: words("date de reception, date reception, received, date d appel, date"),
};
