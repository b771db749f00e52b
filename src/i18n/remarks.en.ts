import type { remarksFr } from "./remarks.fr";
import type { SameKeys } from "./sameKeys";

/** Texts of the pane's page "Remarks on the data", English. */
export const remarksEn: SameKeys<typeof remarksFr> = {
  heading: "Remarks on the data",
  intro: "What the source assumed, set aside or does not give, at the refresh of {{moment}}.",
  look: "To look at ({{count}})",
  aside: "Rows set aside: {{rows}}",
  asideHint: "They count in no figure. Correct them in the source, then refresh.",
  reason: "{{times}} × {{reason}}",
  otherReasons: "And {{rows}} more rows",
  lacks: "What the source does not give",
  told: "For information ({{count}})",
  kpis: "KPIs concerned: {{kpis}}",
  leftOut: "And {{count}} more remarks: the command line `vigie check` shows all of them.",
  download: "Download all these rows (CSV)",
  downloading: "Reading the source…",
  downloadConnect: "Connect to the source to download all these rows.",
  downloadMac: "Excel for Mac does not save from this pane: download these rows in Excel on the web.",
  none: "Nothing to tell: the source assumed nothing and set nothing aside.",
  back: "Back",
  file: "rows-set-aside.csv",
  columns: { table: "Table", origin: "Place", id: "Id", column: "Column", reason: "Reason" },
};
