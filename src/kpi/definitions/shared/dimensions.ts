import type { DimensionId } from "../../definition";

/** Dimensions of the KPIs made from order lines. */
export const ORDER_LINE_DIMENSIONS: readonly DimensionId[] = [
  "region",
  "secteur",
  "commercial",
  "equipe",
  "client",
  "produit",
  "famille",
  "point de vente",
  "canal",
];

/** Dimensions of the KPIs made from invoices. */
export const INVOICE_DIMENSIONS: readonly DimensionId[] = [
  "region",
  "secteur",
  "commercial",
  "equipe",
  "client",
  "tranche",
];

/** Dimensions of the KPIs made from opportunities. */
export const OPPORTUNITY_DIMENSIONS: readonly DimensionId[] = [
  "region",
  "secteur",
  "commercial",
  "equipe",
  "client",
  "produit",
  "famille",
  "etape",
];

/** Dimensions of the KPIs made from leads. */
export const LEAD_DIMENSIONS: readonly DimensionId[] = ["region", "commercial", "equipe", "source"];

/** Dimensions of the KPIs made from visits. */
export const VISIT_DIMENSIONS: readonly DimensionId[] = [
  "region",
  "secteur",
  "commercial",
  "equipe",
  "client",
];

/** Dimensions of the KPIs made from contacts received. */
export const CONTACT_DIMENSIONS: readonly DimensionId[] = [
  "region",
  "secteur",
  "client",
  "produit",
  "famille",
  "canal",
];
