import type { SheetDeclaration } from "../declaration";
import { customersSheet } from "./customers";
import { exchangesSheet } from "./exchanges";
import { morningSheet } from "./morning";
import { ordersSheet } from "./orders";
import { pipelineSheet } from "./pipeline";
import { receivablesSheet } from "./receivables";
import { revenueSheet } from "./revenue";
import { salespeopleSheet } from "./salespeople";

/** Every dashboard, in tab order; the first holds the period and filter cells (see `layoutSheets`). */
export const DASHBOARDS: readonly SheetDeclaration[] = [
  morningSheet,
  revenueSheet,
  customersSheet,
  salespeopleSheet,
  ordersSheet,
  pipelineSheet,
  receivablesSheet,
  exchangesSheet,
];
