import { TIERS } from "../../kpi";
import type { Rectangle } from "../../sales/rectangle";
import { holdsTier } from "../formulas";
import type { PlannedConditionalFormat } from "../plan";

/** The colours of a range whose tier's word stands in `word`, an address relative to the range's first cell. */
export const tierRules = (
  { row, column, rows, columns }: Rectangle,
  word: string,
): PlannedConditionalFormat[] =>
  TIERS.map((tier) => ({ range: { row, column, rows, columns }, tier, formula: holdsTier(word, tier) }));
