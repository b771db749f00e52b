import { plainWord } from "./plainWord";

/** Words of exports for the states of an order or an invoice: those that are sales, and those that are not (yet). */
const STATE_WORDS = {
  counts: [
    "confirmee",
    "confirme",
    "confirmed",
    "validee",
    "valide",
    "validated",
    "approved",
    "approuvee",
    "acceptee",
    "accepted",
    "facturee",
    "facture",
    "invoiced",
    "billed",
    "livree",
    "livre",
    "delivered",
    "expediee",
    "expedie",
    "shipped",
    "fulfilled",
    "terminee",
    "termine",
    "completed",
    "complete",
    "done",
    "cloturee",
    "closed",
    "soldee",
    "payee",
    "paye",
    "paid",
    "reglee",
    "partiellement livree",
    "partiellement facturee",
    "partially shipped",
    "partially invoiced",
    "partially paid",
    "en cours",
    "in progress",
    "processing",
    "en preparation",
    "a livrer",
    "a facturer",
    "a expedier",
    "open",
    "ouverte",
    "sale",
    "commande",
    "commande ferme",
    "ferme",
    "order",
    "posted",
    "comptabilisee",
    "emise",
    "envoyee",
    "active",
    "activated",
    "en attente de livraison",
    "en attente de paiement",
    "impayee",
    "unpaid",
    "overdue",
    "en retard",
  ],
  doesNot: [
    "annulee",
    "annule",
    "annulation",
    "cancelled",
    "canceled",
    "cancel",
    "void",
    "voided",
    "abandonnee",
    "abandonned",
    "abandoned",
    "brouillon",
    "draft",
    "devis",
    "quotation",
    "quote",
    "proforma",
    "pro forma",
    "proposition",
    "estimate",
    "refusee",
    "refuse",
    "rejected",
    "declined",
    "rejetee",
    "perdue",
    "lost",
    "expired",
    "expiree",
    "supprimee",
    "deleted",
    "sent quotation",
    "quotation sent",
    "devis envoye",
    "failed",
    "echouee",
  ],
} as const;

export type StateMeaning = "counts" | "leftOut" | "unknown";

const MEANINGS: ReadonlyMap<string, StateMeaning> = new Map([
  ...STATE_WORDS.counts.map((word) => [word, "counts"] as const),
  ...STATE_WORDS.doesNot.map((word) => [word, "leftOut"] as const),
]);

/** Says whether a state means a sale; `chosen` holds what a person decided, by state. */
export function stateMeaning(state: string, chosen: Readonly<Record<string, boolean>> = {}): StateMeaning {
  const word = plainWord(state);
  const own = Object.entries(chosen).find(([each]) => plainWord(each) === word);
  if (own) return own[1] ? "counts" : "leftOut";
  return MEANINGS.get(word) ?? "unknown";
}

/** A column holds states of documents when most of its words are known ones. */
export const areStates = (values: readonly string[]): boolean => {
  const known = values.filter((value) => stateMeaning(value) !== "unknown").length;
  return known > 0 && known * 2 >= values.length;
};
