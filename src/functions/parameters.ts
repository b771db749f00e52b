import type { Text } from "../sales/text";
import type { FunctionParameter } from "./declaration";

const t = (fr: string, en: string): Text => ({ fr, en });

const kpi: FunctionParameter = {
  into: "kpi",
  name: t("indicateur", "kpi"),
  description: t('L\'indicateur, par exemple "CA" ou "MARGE".', 'The KPI, for example "CA" or "MARGE".'),
  required: true,
};

const axis: FunctionParameter = {
  into: "axis",
  name: t("axe", "dimension"),
  description: t(
    'Par quoi ventiler : "region", "secteur", "commercial", "client", "produit", "mois"… Vide : le total.',
    'What to split by: "region", "sector", "salesperson", "customer", "product", "month"… Empty: the total.',
  ),
};

const period: FunctionParameter = {
  into: "period",
  name: t("période", "period"),
  description: t(
    '"2024", "2024-T1", "2024-03", "M-1", "CUMUL", "12M", "2024-01..2024-06" ou une date. Vide : toutes les données.',
    '"2024", "2024-Q1", "2024-03", "M-1", "CUMUL", "12M", "2024-01..2024-06" or a date. Empty: all data.',
  ),
};

/** A date where a question has its period: required, and a cell's date more often than a text. */
export const DATE: FunctionParameter = {
  into: "period",
  name: t("date", "date"),
  description: t('Une date, ou "J", "M-1"…', 'A date, or "J", "M-1"…'),
  required: true,
};

export const GRAIN: FunctionParameter = {
  into: "axis",
  name: t("grain", "grain"),
  description: t(
    '"jour", "semaine", "mois", "trimestre", "semestre" ou "annee". Vide : le mois.',
    '"day", "week", "month", "quarter", "half-year" or "year". Empty: the month.',
  ),
};

const member: FunctionParameter = {
  into: "member",
  name: t("membre", "member"),
  description: t(
    'Un membre de l\'axe, par son nom ou son identifiant : "Nord". "*" : tous ensemble. Vide : un par ligne.',
    'One member of the dimension, by name or id: "Nord". "*": all together. Empty: one a row.',
  ),
};

const filters: FunctionParameter = {
  into: "filters",
  name: t("axe_membre", "dimension_member"),
  description: t(
    'Filtres, par paires : un axe puis son membre, par exemple "region" puis "Nord". Membre vide ou "*" : pas de filtre.',
    'Filters, in pairs: a dimension then its member, such as "region" then "Nord". Empty member or "*": no filter.',
  ),
};

const count: FunctionParameter = {
  into: "count",
  name: t("nombre", "count"),
  description: t("Combien de clients, 10 si vide.", "How many customers, 10 when empty."),
};

const rows: FunctionParameter = {
  ...axis,
  name: t("lignes", "rows"),
  description: t("L'axe des lignes.", "The dimension of the rows."),
  required: true,
};

const columns: FunctionParameter = {
  into: "columns",
  name: t("colonnes", "columns"),
  description: t(
    "L'axe des colonnes. Vide : une seule colonne.",
    "The dimension of the columns. Empty: one column.",
  ),
};

/** The grammar of kpi-semantics §5: axis; period; [member]; [axis; member]… */
export const QUESTION: readonly FunctionParameter[] = [axis, period, member, filters];
export const KPI_QUESTION: readonly FunctionParameter[] = [kpi, ...QUESTION];
export const PIVOT_QUESTION: readonly FunctionParameter[] = [kpi, rows, columns, period, filters];
export const RANKING_QUESTION: readonly FunctionParameter[] = [count, period, filters];
