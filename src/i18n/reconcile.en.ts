import type { reconcileFr } from "./reconcile.fr";
import type { SameKeys } from "./sameKeys";

/** Texts of the pane's page "Check", English. */
export const reconcileEn: SameKeys<typeof reconcileFr> = {
  heading: "The same figures as the CRM?",
  intro: "Vigie asks the CRM for its own totals and compares them with this workbook's. Nothing is changed.",
  compare: "Compare with the CRM",
  connectFirst: "Connect to the source first (page Data).",
  asking: "The CRM is counting…",
  noTotals: "This source computes no totals: there is nothing to compare with.",
  agrees_one: "The only possible check agrees.",
  agrees_other: "All {{count}} checks agree.",
  differs_one: "One check differs.",
  differs_other: "{{count}} checks differ.",
  list: "Totals of the CRM and of the workbook",
  measure: "Data",
  crm: "CRM",
  workbook: "Workbook",
  difference: "Difference",
  rows: "Rows",
  same: "equal",
  allSetAside: "The rows set aside at the last refresh explain this difference: {{rows}}.",
  setAside: "Rows set aside at the last refresh: {{rows}}.",
  since: "The CRM may have changed since the last refresh: refresh, then compare again.",
};
