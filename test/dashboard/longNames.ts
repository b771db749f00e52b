/** Names as companies and people bear them, some adapted: long, with commas, quotes and signs. */
export const COMPANIES: readonly string[] = [
  "Caisse régionale de Crédit Agricole Mutuel de Toulouse 31 et de la Haute-Garonne",
  "Société Nationale des Chemins de Fer Français – Direction des Achats, Département Énergie & Fluides",
  "Compagnie Générale des Établissements Michelin, Société en commandite par actions",
  "Münchener Rückversicherungs-Gesellschaft Aktiengesellschaft in München",
  "Centre Hospitalier Régional Universitaire de Lille – Hôpital Claude Huriez, Service des Marchés",
  "The Hongkong and Shanghai Banking Corporation Limited, Continental Europe Branch",
  "Syndicat intercommunal pour l'enlèvement et l'élimination des déchets et la production d'énergie",
  'Établissements Dupont & Fils "Chauffage – Climatisation", successeur de L\'Air Pur',
  "Assurance Mutuelle des Commerçants et Industriels de France et des cadres et salariés de l'industrie et du commerce",
  "ThyssenKrupp Rasselstein Weißblech- und Feinstblechvertriebsgesellschaft mbH & Co. KG",
];

export const REGIONS: readonly string[] = [
  "Provence-Alpes-Côte d'Azur et Corse",
  "Bourgogne-Franche-Comté, Auvergne-Rhône-Alpes",
  "Nouvelle-Aquitaine – Limousin – Poitou-Charentes",
  "Terres australes et antarctiques françaises",
  "Saint-Pierre-et-Miquelon, Saint-Barthélemy et Saint-Martin",
];

/** Salespeople shown by their addresses, as a CRM does that knows no names. */
export const ADDRESSES: readonly string[] = [
  "marie-antoinette.de-la-rochefoucauld@climatisation-industrielle.example",
  "jean-christophe.bernard-delacroix@climatisation-industrielle.example",
  "maximilien.vandenbroucke-lefebvre@climatisation-industrielle.example",
  "anne-sophie.d-ornano-saint-hilaire@climatisation-industrielle.example",
  "philippe.wattebled-descarpentries@climatisation-industrielle.example",
];
