import { toMoneyUnits } from "../../sales/money";
import { AGEING_BUCKETS } from "../ageing";
import type { AxisId, KpiDefinition } from "../definition";
import { AXES } from "../dimensions";
import type { SpillTable } from "../source";
import type { Listing } from "./listing";
import { narrow, type Slice } from "./slice";
import type { Values } from "./values";

const AMOUNT = { fr: "Encours", en: "Receivables" };
const SHARE = { fr: "Part", en: "Share" };

/** The `count` customers with the highest value: rank by value, then name; share and running share of the whole. */
export function topCustomers(
  values: Values,
  listing: Listing,
  kpi: KpiDefinition,
  slice: Slice,
  count: number,
): SpillTable {
  const whole = toMoneyUnits(values.cell(kpi, slice) ?? 0);
  const share = (units: number) => (whole <= 0 ? null : units / whole);
  let running = 0;
  const rows = listing
    .list(kpi, "client", slice)
    .slice(0, count)
    .map(({ member, value }) => {
      const units = toMoneyUnits(value ?? 0);
      running += units;
      return [member, value, share(units), share(running)];
    });
  return {
    headings: [AXES.client.label, kpi.label, SHARE, { fr: "Part cumulée", en: "Running share" }],
    rows,
  };
}

/**
 * Outstanding amounts by days past due. Without axis one row per bucket (all five, empty ones at 0) with its
 * share; with an axis one row per member, largest first, one column per bucket and the total.
 */
export function ageing(
  values: Values,
  listing: Listing,
  kpi: KpiDefinition,
  slice: Slice,
  axis: AxisId | undefined,
): SpillTable {
  const bucketsOf = (within: Slice) =>
    AGEING_BUCKETS.map((_, bucket) => values.cell(kpi, narrow(within, "tranche", bucket + 1)));
  if (axis !== undefined && axis !== "tranche")
    return {
      headings: [AXES[axis].label, ...AGEING_BUCKETS.map(({ label }) => label), { fr: "Total", en: "Total" }],
      rows: listing
        .list(kpi, axis, slice)
        .map(({ member, slice: own, value }) => [member, ...bucketsOf(own), value]),
    };
  const whole = values.cell(kpi, slice) ?? 0;
  return {
    headings: [AXES.tranche.label, AMOUNT, SHARE],
    rows: bucketsOf(slice).map((amount, bucket) => [
      AGEING_BUCKETS[bucket]!.label.fr,
      amount,
      whole <= 0 ? null : (amount ?? 0) / whole,
    ]),
  };
}
