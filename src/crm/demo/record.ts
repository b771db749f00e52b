import type { EpochDay } from "../../sales/calendar";

/** One record as the CRM gives it: money in euros, dates as `2024-03-15`. */
export interface DemoRow {
  readonly changedOn: EpochDay;
  readonly values: Readonly<Record<string, string | number | null>>;
}
