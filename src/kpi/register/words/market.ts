import {
  BUDGET,
  DECIDED,
  DIRECTOR,
  LAST_YEAR,
  MARKETING,
  REGIONS,
  type RegisterWords,
  SERVICE,
} from "./words";

const STEADY = { fr: "Rien à changer", en: "Nothing to change" };

/** Opportunities, leads, mailings and the contact centre. */
export const MARKET_WORDS: Readonly<Record<string, RegisterWords>> = {
  PIPE: {
    objective: {
      fr: "Savoir si les affaires en cours suffiront au budget",
      en: "Know whether open deals will make the budget",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Reprendre une à une les affaires sans étape depuis 30 jours",
        en: "Go through deals stalled for 30 days",
      },
      alerte: {
        fr: "Remettre la prospection en tête des agendas",
        en: "Put prospecting first in every diary",
      },
    },
    user: DIRECTOR,
  },
  PIPEBRUT: {
    objective: {
      fr: "Mesurer le volume en jeu, probabilités mises à part",
      en: "Measure the volume at stake, odds aside",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Vérifier les montants des plus grosses affaires",
        en: "Check the amounts of the biggest deals",
      },
      alerte: { fr: "Ouvrir de nouvelles cibles avec le marketing", en: "Open new targets with marketing" },
    },
    user: DIRECTOR,
  },
  OPPORTUNITES: {
    objective: {
      fr: "Garder assez d'affaires ouvertes par commercial",
      en: "Keep enough open deals per salesperson",
    },
    targetSource: DECIDED,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Répartir les leads en attente", en: "Hand out the waiting leads" },
      alerte: {
        fr: "Demander une campagne ciblée au marketing",
        en: "Ask marketing for a targeted campaign",
      },
    },
    user: REGIONS,
  },
  LEADSCHAUDS: {
    objective: {
      fr: "Rappeler vite ceux qui veulent acheter",
      en: "Call back quickly those who want to buy",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rappeler chacun sous 24 h", en: "Call each back within 24 hours" },
      anticipation: {
        fr: "Revoir avec le marketing la qualité des leads",
        en: "Review lead quality with marketing",
      },
      alerte: {
        fr: "Réorienter le budget vers les sources qui donnent",
        en: "Move the budget to sources that deliver",
      },
    },
    user: MARKETING,
  },
  TAUXSIGNATURE: {
    objective: { fr: "Conclure davantage des affaires engagées", en: "Close more of the deals begun" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Analyser les affaires perdues du mois", en: "Look into this month's lost deals" },
      alerte: {
        fr: "Former aux objections et revoir l'offre",
        en: "Train on objections and review the offer",
      },
    },
    user: REGIONS,
  },
  TAUXOUVERTURE: {
    objective: { fr: "Savoir si nos messages sont attendus", en: "Know whether our messages are wanted" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Tester deux objets de message", en: "Test two subject lines" },
      alerte: { fr: "Nettoyer les listes et espacer les envois", en: "Clean the lists and send less often" },
    },
    user: MARKETING,
  },
  TAUXCLIC: {
    objective: { fr: "Amener les lecteurs à l'offre", en: "Bring readers to the offer" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Une seule offre par message", en: "One offer a message" },
      alerte: { fr: "Refaire le message avec un commercial", en: "Rewrite the message with a salesperson" },
    },
    user: MARKETING,
  },
  PANIERWEB: {
    objective: { fr: "Faire du web un canal qui rapporte", en: "Make the web a channel that pays" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Proposer les accessoires au panier", en: "Offer accessories in the basket" },
      alerte: { fr: "Revoir le seuil de livraison gratuite", en: "Review the free delivery threshold" },
    },
    user: MARKETING,
  },
  ENTRANTS: {
    objective: { fr: "Dimensionner le centre de contact", en: "Staff the contact centre" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Prévoir un renfort", en: "Plan for extra help" },
      alerte: { fr: "Ouvrir une équipe de débordement", en: "Open an overflow team" },
    },
    user: SERVICE,
  },
  RECLAMATIONS: {
    objective: {
      fr: "Voir un produit malade avant que les ventes ne tombent",
      en: "See an ailing product before sales drop",
    },
    targetSource: { fr: "Meilleure année", en: "Best year" },
    decisions: {
      equilibre: { fr: "Répondre sous 48 h", en: "Answer within 48 hours" },
      anticipation: {
        fr: "Regarder par produit et prévenir la qualité",
        en: "Look by product and warn quality",
      },
      alerte: {
        fr: "Suspendre la promotion du produit et écrire aux clients",
        en: "Stop promoting the product; write to customers",
      },
    },
    user: SERVICE,
  },
  LEADSCREES: {
    objective: { fr: "Alimenter les commerciaux en contacts", en: "Feed the salespeople with contacts" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Avancer la prochaine campagne", en: "Bring the next campaign forward" },
      alerte: { fr: "Revoir les canaux et leur budget", en: "Review the channels and their budget" },
    },
    user: MARKETING,
  },
};
