import { defaultRegister, type RegisterEntry, registryOf } from "../../kpi";
import type { SheetDeclaration } from "../declaration";
import { customersSheet } from "./customers";
import { exchangesSheet } from "./exchanges";
import { morningSheet } from "./morning";
import { ordersSheet } from "./orders";
import { pipelineSheet } from "./pipeline";
import { receivablesSheet } from "./receivables";
import { revenueSheet } from "./revenue";
import { salespeopleSheet } from "./salespeople";

/**
 * Every dashboard, in tab order; the first holds the period and region cells (see `layoutSheets`) and shows the KPIs
 * that the register keeps in sight.
 */
export const dashboards = (register: readonly RegisterEntry[]): readonly SheetDeclaration[] => [
  morningSheet(register, registryOf(register)),
  revenueSheet,
  customersSheet,
  salespeopleSheet,
  ordersSheet,
  pipelineSheet,
  receivablesSheet,
  exchangesSheet,
];

/** Those of a workbook whose register nobody has touched yet. */
export const DASHBOARDS = dashboards(defaultRegister("fr"));
