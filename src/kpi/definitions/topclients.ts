import type { TableKpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";

export const TOPCLIENTS: TableKpiDefinition = {
  id: "TOPCLIENTS",
  family: "customers",
  label: { fr: "Meilleurs clients", en: "Top customers" },
  explanation: {
    fr: "Les clients au plus fort chiffre d'affaires, avec leur part et la part cumulée. À égalité, par ordre alphabétique.",
    en: "The customers with the highest revenue, with their share and the running share. Ties are in alphabetical order.",
  },
  of: "CA",
  dimensions: ORDER_LINE_DIMENSIONS,
};
