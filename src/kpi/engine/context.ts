import type { EpochDay } from "../../sales/calendar";
import type { Aspects } from "./aspects";
import type { Members } from "./members";
import type { Tallies } from "./tallies";
import type { TargetBook } from "./targetBook";
import type { Values } from "./values";

/** Parts of the engine that decide which members a list shows. */
export interface ListingContext {
  readonly values: Values;
  readonly tallies: Tallies;
  readonly directories: Members;
  readonly targets: TargetBook;
  readonly aspects: Aspects;
  readonly fiscalFirstMonth: number;
  readonly dataDate: EpochDay;
}
