/** The words of "Clim'Azur Distribution", a fictional French company that sells air conditioning. */

export const REGIONS = ["Nord", "Ouest", "Sud", "Est", "Île-de-France"] as const;

export const CITIES: readonly (readonly string[])[] = [
  ["Lille", "Amiens", "Arras", "Dunkerque", "Valenciennes", "Rouen", "Le Havre", "Calais"],
  ["Nantes", "Rennes", "Brest", "Angers", "La Rochelle", "Bordeaux", "Vannes", "Le Mans"],
  ["Marseille", "Nice", "Montpellier", "Toulon", "Avignon", "Toulouse", "Perpignan", "Nîmes"],
  ["Strasbourg", "Nancy", "Metz", "Dijon", "Besançon", "Lyon", "Grenoble", "Annecy"],
  ["Paris", "Versailles", "Créteil", "Nanterre", "Saint-Denis", "Évry", "Meaux", "Cergy"],
];

/** How much of the business each region makes. */
export const REGION_WEIGHTS = [0.8, 0.95, 1.5, 1.05, 1.35];

export const SECTORS = ["Hôtellerie", "Santé", "Commerce", "Industrie", "Bureaux", "Collectivités"] as const;
export const SECTOR_WEIGHTS = [1.2, 0.9, 1.3, 0.8, 1.1, 0.7];

/** Names of customers by sector; a city follows. */
export const CUSTOMER_KINDS: readonly (readonly string[])[] = [
  [
    "Hôtel du Parc",
    "Hôtel Beau Rivage",
    "Résidence Les Tilleuls",
    "Hôtel de la Gare",
    "Auberge du Lac",
    "Hôtel Mercœur",
  ],
  [
    "Clinique Saint-Martin",
    "Centre médical Pasteur",
    "EHPAD Les Glycines",
    "Laboratoire Curie",
    "Pharmacie Centrale",
  ],
  [
    "Boulangerie Duval",
    "Supermarché Océane",
    "Brasserie Le Rallye",
    "Galerie Hausmann",
    "Caves Moreau",
    "Optique Lenoir",
  ],
  ["Ateliers Roche", "Imprimerie Vasseur", "Plasturgie Colin", "Fonderie Lacroix", "Menuiserie Perrot"],
  [
    "Cabinet Delmas",
    "Assurances Horizon",
    "Étude Fontaine",
    "Agence Boréal",
    "Conseil & Associés",
    "Banque Mutuelle",
  ],
  ["Mairie", "Médiathèque", "Lycée Jean-Moulin", "Piscine municipale", "Théâtre", "Office de tourisme"],
];

export const FIRST_NAMES = [
  "Léa",
  "Hugo",
  "Camille",
  "Julien",
  "Chloé",
  "Antoine",
  "Sarah",
  "Mathieu",
  "Inès",
  "Nicolas",
  "Élodie",
  "Thomas",
  "Manon",
  "Karim",
  "Aurélie",
  "Guillaume",
  "Fatima",
  "Benoît",
  "Clara",
  "Yann",
  "Sophie",
  "Lucas",
  "Amandine",
  "Rémi",
] as const;

export const LAST_NAMES = [
  "Martin",
  "Bernard",
  "Dubois",
  "Moreau",
  "Laurent",
  "Lefèvre",
  "Garcia",
  "Roux",
  "Fournier",
  "Girard",
  "Bonnet",
  "Mercier",
  "Faure",
  "Benali",
  "Chevalier",
  "Robin",
  "Diallo",
  "Gauthier",
  "Perrin",
  "Le Gall",
  "Masson",
  "Renard",
  "Noël",
  "Colin",
] as const;

export interface DemoProduct {
  readonly name: string;
  readonly family: string;
  /** List price, net, in euros. */
  readonly price: number;
  /** Cost as a share of the list price. */
  readonly cost: number;
  /** How often it is sold. */
  readonly weight: number;
}

const STAR = "32 FreshAir";

const product = (name: string, family: string, price: number, cost: number, weight: number): DemoProduct => ({
  name,
  family,
  price,
  cost,
  weight,
});

/** The star is first. */
export const PRODUCTS: readonly DemoProduct[] = [
  product(STAR, "Climatiseurs muraux", 890, 0.58, 9),
  product("24 FreshAir", "Climatiseurs muraux", 690, 0.6, 5),
  product("18 FreshAir", "Climatiseurs muraux", 540, 0.62, 4),
  product("40 FreshAir Pro", "Climatiseurs muraux", 1_290, 0.61, 3),
  product("Sirocco 25", "Climatiseurs muraux", 620, 0.64, 4),
  product("Sirocco 35", "Climatiseurs muraux", 780, 0.64, 4),
  product("Sirocco 50", "Climatiseurs muraux", 1_080, 0.65, 3),
  product("Brise Mobile 9", "Climatiseurs mobiles", 390, 0.66, 5),
  product("Brise Mobile 12", "Climatiseurs mobiles", 490, 0.66, 5),
  product("Brise Mobile 14", "Climatiseurs mobiles", 590, 0.67, 3),
  product("Duo Split 2x25", "Multi-splits", 1_890, 0.63, 3),
  product("Trio Split 3x25", "Multi-splits", 2_690, 0.63, 2),
  product("Quatro Split 4x25", "Multi-splits", 3_390, 0.64, 1),
  product("Gainable 70", "Gainables", 2_450, 0.62, 2),
  product("Gainable 105", "Gainables", 3_250, 0.62, 1.5),
  product("Gainable 140", "Gainables", 4_150, 0.63, 1),
  product("Cassette 360", "Cassettes", 1_950, 0.61, 2),
  product("Cassette 600", "Cassettes", 2_350, 0.61, 2),
  product("Aérotherme A1", "Pompes à chaleur", 3_900, 0.68, 1.2),
  product("Aérotherme A2", "Pompes à chaleur", 5_600, 0.68, 0.8),
  product("Rideau d'air RA90", "Rideaux d'air", 720, 0.59, 1.5),
  product("Rideau d'air RA150", "Rideaux d'air", 990, 0.59, 1.2),
  product("Filtre HEPA x4", "Accessoires", 48, 0.4, 7),
  product("Télécommande murale", "Accessoires", 65, 0.42, 5),
  product("Support extérieur", "Accessoires", 85, 0.45, 6),
  product("Kit liaison 5 m", "Accessoires", 140, 0.5, 6),
  product("Pompe de relevage", "Accessoires", 110, 0.48, 4),
  product("Contrat Sérénité 1 an", "Services", 180, 0.35, 4),
  product("Contrat Sérénité 3 ans", "Services", 450, 0.36, 2),
  product("Mise en service", "Services", 220, 0.55, 4),
];

export const STAGES = ["Qualification", "Étude", "Devis", "Négociation"] as const;
export const STAGE_PROBABILITIES = [0.1, 0.3, 0.5, 0.8];
export const LEAD_SOURCES = ["Site web", "Salon", "Recommandation", "Emailing", "Appel entrant"] as const;
export const LEAD_STATUSES = ["Nouveau", "Contacté", "Qualifié", "Converti", "Perdu"] as const;
export const CONTACT_CHANNELS = ["Téléphone", "E-mail", "Formulaire web", "Chat"] as const;
export const CAMPAIGN_THEMES = [
  "Offre de printemps",
  "Prêts pour l'été ?",
  "Entretien d'automne",
  "Nouveautés",
  "Parrainage",
  "Contrat Sérénité",
] as const;
