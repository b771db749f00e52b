import { failed, type Result, success } from "../sales/failure";
import { foldName } from "../sales/fold";
import { TABLES, type TableName } from "../sales/schema";
import type { Text } from "../sales/text";
import { type AxisId, DIMENSION_IDS, type DimensionId, GRAIN_IDS, type GrainId } from "./definition";

interface AxisFace {
  readonly label: Text;
  /** Other accepted names, besides the id and the two labels. */
  readonly synonyms: readonly string[];
}

export const AXES: Readonly<Record<AxisId, AxisFace>> = {
  region: { label: { fr: "Région", en: "Region" }, synonyms: ["area"] },
  secteur: { label: { fr: "Secteur", en: "Sector" }, synonyms: ["industry"] },
  commercial: {
    label: { fr: "Commercial", en: "Salesperson" },
    synonyms: ["commerciaux", "salespeople", "vendeur"],
  },
  equipe: { label: { fr: "Équipe", en: "Team" }, synonyms: [] },
  client: { label: { fr: "Client", en: "Customer" }, synonyms: [] },
  produit: { label: { fr: "Produit", en: "Product" }, synonyms: [] },
  famille: { label: { fr: "Famille", en: "Family" }, synonyms: ["product family", "families"] },
  "point de vente": {
    label: { fr: "Point de vente", en: "Point of sale" },
    synonyms: ["pdv", "pos", "magasin", "store"],
  },
  canal: { label: { fr: "Canal", en: "Channel" }, synonyms: ["canaux"] },
  etape: { label: { fr: "Étape", en: "Stage" }, synonyms: [] },
  source: { label: { fr: "Source", en: "Source" }, synonyms: [] },
  tranche: { label: { fr: "Tranche", en: "Ageing" }, synonyms: ["aging", "bucket", "tranche d'age"] },
  jour: { label: { fr: "Jour", en: "Day" }, synonyms: ["date"] },
  semaine: { label: { fr: "Semaine", en: "Week" }, synonyms: [] },
  mois: { label: { fr: "Mois", en: "Month" }, synonyms: [] },
  trimestre: { label: { fr: "Trimestre", en: "Quarter" }, synonyms: [] },
  semestre: { label: { fr: "Semestre", en: "Semester" }, synonyms: ["half-year", "half"] },
  annee: { label: { fr: "Année", en: "Year" }, synonyms: ["an", "exercice"] },
};

/** Member of rows without a value. */
export const UNKNOWN_MEMBER = "(non renseigné)";

/** Source of a dimension's member: a column of the row, or an attribute of the row it refers to. */
export type MemberPath = readonly [column: string, attribute?: string];

/** In order: the first path that yields a value decides. `tranche` is computed from the due date instead. */
export const MEMBER_PATHS: Readonly<Record<DimensionId, readonly MemberPath[]>> = {
  // A line's own region is the place of delivery.
  region: [
    ["region"],
    ["customer_id", "region"],
    ["point_of_sale_id", "region"],
    ["salesperson_id", "region"],
  ],
  secteur: [["customer_id", "sector"]],
  commercial: [["salesperson_id"]],
  equipe: [["salesperson_id", "team"]],
  client: [["customer_id"]],
  produit: [["product_id"]],
  famille: [["product_id", "family"]],
  "point de vente": [["point_of_sale_id"]],
  canal: [["channel"]],
  etape: [["stage"]],
  source: [["source"]],
  tranche: [["due_on"]],
};

/** The dimensions a table's rows have. */
export function dimensionsOf(table: TableName): readonly DimensionId[] {
  const columns = new Set(TABLES[table].columns.map(({ name }) => name));
  return DIMENSION_IDS.filter((dimension) => MEMBER_PATHS[dimension].some(([column]) => columns.has(column)));
}

export const isGrain = (axis: AxisId): axis is GrainId => (GRAIN_IDS as readonly string[]).includes(axis);

const AXIS_BY_NAME: ReadonlyMap<string, AxisId> = new Map(
  [...DIMENSION_IDS, ...GRAIN_IDS].flatMap((axis) => {
    const { label, synonyms } = AXES[axis];
    return [axis, label.fr, label.en, ...synonyms].map((name) => [foldName(name), axis] as const);
  }),
);

/**
 * The axis a person means; case, accents, plurals and separators do not matter, English is accepted.
 * Fails with `dimension-unknown` {dimension, possible}.
 */
export function parseAxis(
  name: string,
  possible: readonly AxisId[] = [...DIMENSION_IDS, ...GRAIN_IDS],
): Result<AxisId> {
  const axis = AXIS_BY_NAME.get(foldName(name));
  return axis ? success(axis) : failed("dimension-unknown", { dimension: name, possible });
}
