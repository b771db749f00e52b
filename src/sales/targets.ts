/**
 * A target as the user keeps it in the sheet "Objectifs": kpi id, dimension and member (both empty = the total),
 * period text of kpi-semantics §3, value in the KPI's unit (a percentage is 0–1).
 */
export interface Target {
  readonly kpi: string;
  readonly dimension: string;
  readonly member: string;
  readonly period: string;
  readonly value: number;
}
