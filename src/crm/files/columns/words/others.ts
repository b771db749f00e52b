import { words } from "./list";

/** Headings of states, channels, reasons, mailings and targets. */
export const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  channel: words("canal de vente, canal, mode, sales channel, channel, origine commande"),
  stage: words("phase, etape, sales stage, deal stage, stage, pipeline stage"),
  status: words("statut, etat, status, state, deal status"),
  state: words(
    "statut, etat, statut commande, statut de la commande, etat commande, etat de la commande, statut facture, statut de la facture, status, state, order status, order state, invoice status, statut document",
  ),
  reason: words("motif, raison, objet, type, sujet, categorie"),
  rating: words("temperature, interet, chaleur, rating, lead rating"),
  source: words("origine, provenance, lead source, source, original source"),
  sent: words("envoyes, emails envoyes, nb envoyes, recipients, destinataires"),
  delivered: words("delivres, emails delivres, remis, distribues"),
  opened: words("ouverts, ouvertures, opens, unique opens, emails ouverts"),
  clicked: words("cliques, clics, clicks, unique clicks, emails cliques"),
  kpi: words("indicateur, indicateurs"),
  dimension: words("axe"),
  member: words("membre"),
  period: words("periode, mois, trimestre, annee"),
  value: words("valeur, objectif, target, cible, montant"),
};
