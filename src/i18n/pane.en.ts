import type { paneFr } from "./pane.fr";
import type { SameKeys } from "./sameKeys";

/** Texts of the task pane, English. */
export const paneEn: SameKeys<typeof paneFr> = {
  title: "Vigie",
  connect: "Connect",
  refresh: "Refresh",
  stop: "Stop",
  retry: "Try again",
  dataAsOf: "Data as of {{date}}",
  noData: "No data in this workbook",
};
