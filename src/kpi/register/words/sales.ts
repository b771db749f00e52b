import { BUDGET, DECIDED, DIRECTOR, FINANCE, LAST_YEAR, REGIONS, type RegisterWords } from "./words";

/** Revenue, margin, customers, visits and orders. */
export const SALES_WORDS: Readonly<Record<string, RegisterWords>> = {
  CA: {
    objective: {
      fr: "Tenir le budget de vente et voir à temps où il manque",
      en: "Meet the sales budget and see in time where it falls short",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: { fr: "Rien à changer : garder le rythme", en: "Nothing to change: keep the pace" },
      anticipation: {
        fr: "Relancer les devis ouverts des régions en retard",
        en: "Chase the open quotes of the regions that lag",
      },
      alerte: {
        fr: "Réunir les chefs des ventes et réaffecter visites et promotions",
        en: "Call the sales managers in; move visits and promotions",
      },
    },
    user: DIRECTOR,
  },
  MARGE: {
    objective: {
      fr: "Vendre en gagnant : le CA ne paie pas les remises",
      en: "Sell at a profit: revenue does not pay for discounts",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: { fr: "Garder la politique de prix", en: "Keep the pricing policy" },
      anticipation: { fr: "Revoir les remises au-delà du barème", en: "Review discounts beyond the scale" },
      alerte: {
        fr: "Soumettre chaque remise à accord et revoir les prix",
        en: "Have every discount approved and review prices",
      },
    },
    user: DIRECTOR,
  },
  TAUXMARGE: {
    objective: {
      fr: "Repérer les ventes qui coûtent plus qu'elles ne rapportent",
      en: "Spot sales that cost more than they bring",
    },
    targetSource: DECIDED,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: {
        fr: "Regarder le mix produits et les remises par commercial",
        en: "Look at product mix and discounts by salesperson",
      },
      alerte: {
        fr: "Bloquer les ventes sous le prix plancher",
        en: "Stop sales below the floor price",
      },
    },
    user: DIRECTOR,
  },
  CLIENTSACTIFS: {
    objective: {
      fr: "Garder un portefeuille de clients vivant",
      en: "Keep the customer base alive",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: {
        fr: "Appeler les clients sans commande depuis 3 mois",
        en: "Call customers silent for 3 months",
      },
      alerte: { fr: "Lancer une campagne de réactivation", en: "Launch a win-back campaign" },
    },
    user: REGIONS,
  },
  NOUVEAUXCLIENTS: {
    objective: {
      fr: "Renouveler le portefeuille plus vite qu'il ne s'use",
      en: "Renew the customer base faster than it wears out",
    },
    targetSource: DECIDED,
    decisions: {
      equilibre: { fr: "Soigner la deuxième commande", en: "Take care of the second order" },
      anticipation: { fr: "Rendre du temps à la prospection", en: "Give time back to prospecting" },
      alerte: {
        fr: "Fixer à chacun un quota de visites de prospects",
        en: "Set everyone a quota of prospect visits",
      },
    },
    user: REGIONS,
  },
  CLIENTSPERDUS: {
    objective: {
      fr: "Retenir un client coûte moins qu'en gagner un",
      en: "Keeping a customer costs less than winning one",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: {
        fr: "Faire appeler chaque client perdu par son commercial",
        en: "Have each lost customer called",
      },
      alerte: {
        fr: "Enquêter sur les causes et visiter les plus gros",
        en: "Find out why; visit the biggest ones",
      },
    },
    user: DIRECTOR,
  },
  VISITES: {
    objective: { fr: "Être présent chez les clients qui comptent", en: "Be present where it matters" },
    targetSource: DECIDED,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: { fr: "Revoir les tournées de la semaine", en: "Review this week's rounds" },
      alerte: {
        fr: "Alléger l'administratif et refaire les secteurs",
        en: "Cut paperwork and redraw territories",
      },
    },
    user: REGIONS,
  },
  RATIOVISITES: {
    objective: {
      fr: "Mesurer ce que rapporte une visite",
      en: "Measure what a visit brings",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: { fr: "Trier les prospects avant de visiter", en: "Qualify prospects before visiting" },
      alerte: {
        fr: "Accompagner en visite ceux qui ne concluent pas",
        en: "Go along with those who do not close",
      },
    },
    user: REGIONS,
  },
  MONTANTCOMMANDES: {
    objective: {
      fr: "Voir le chiffre d'affaires avant qu'il ne soit facturé",
      en: "See revenue before it is invoiced",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: { fr: "Avancer les offres prêtes à signer", en: "Bring forward offers ready to sign" },
      alerte: {
        fr: "Décider d'une action commerciale sous 48 h",
        en: "Decide on a sales action within 48 hours",
      },
    },
    user: DIRECTOR,
  },
  COMMANDES: {
    objective: { fr: "Suivre l'activité, sans l'effet des prix", en: "Follow activity, whatever the prices" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: {
        fr: "Relancer les clients réguliers en retard",
        en: "Chase regular customers who are late",
      },
      alerte: { fr: "Revoir l'offre et la disponibilité des produits", en: "Review the offer and stock" },
    },
    user: REGIONS,
  },
  PANIERMOYEN: {
    objective: { fr: "Vendre mieux à chaque commande", en: "Sell more with each order" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: {
        fr: "Proposer entretien et accessoires à chaque devis",
        en: "Offer service and accessories in each quote",
      },
      alerte: {
        fr: "Revoir les seuils de remise et les offres groupées",
        en: "Review discount steps and bundles",
      },
    },
    user: REGIONS,
  },
  ENCOURS: {
    objective: { fr: "Une vente n'est faite que payée", en: "A sale is made once it is paid" },
    targetSource: { fr: "Plafond fixé avec la finance", en: "Ceiling agreed with finance" },
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: { fr: "Relancer les dix premiers débiteurs", en: "Chase the ten biggest debtors" },
      alerte: {
        fr: "Suspendre les livraisons des retards de plus de 60 jours",
        en: "Hold deliveries of debts over 60 days",
      },
    },
    user: FINANCE,
  },
  ENCOURSECHU: {
    objective: { fr: "Faire payer à l'échéance", en: "Be paid on the due date" },
    targetSource: { fr: "Plafond fixé avec la finance", en: "Ceiling agreed with finance" },
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: {
        fr: "Faire relancer par le commercial du client",
        en: "Have the customer's salesperson call",
      },
      alerte: { fr: "Passer les dossiers au recouvrement", en: "Hand the cases to collection" },
    },
    user: FINANCE,
  },
  DSO: {
    objective: { fr: "Raccourcir le délai entre vente et argent", en: "Shorten the way from sale to cash" },
    targetSource: { fr: "Conditions de paiement", en: "Terms of payment" },
    decisions: {
      equilibre: { fr: "Rien à changer", en: "Nothing to change" },
      anticipation: { fr: "Rappeler les conditions à la signature", en: "Recall the terms when signing" },
      alerte: { fr: "Demander un acompte aux nouveaux clients", en: "Ask new customers for a deposit" },
    },
    user: FINANCE,
  },
};
