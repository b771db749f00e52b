import type { SalesData } from "../../src/sales/tables";
import { salesOf } from "./sales";

/** A loss in the last quarter: the place, and the share of its sales that is gone. */
export interface Planted {
  readonly place: readonly {
    readonly axis: "region" | "commercial" | "famille" | "canal";
    readonly member: string;
  }[];
  readonly loss: number;
}

/** Numbers from 0 to 1, the same for a seed (Steele and Vigna's splitmix, 32 bits). */
const numbersOf = (seed: number) => {
  let state = Math.imul(seed, 0x85ebca6b) ^ Math.imul(seed ^ (seed >>> 3), 0xc2b2ae35);
  return (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
};

const MONTHS = 15;
/** Mean amount of an order, and the spread of its logarithm: 27,000 orders a quarter in all. */
const ORDER = 60;
const SPREAD = 0.8;
const CHANNELS = ["field", "store", "web", "phone"];
const CHANNEL_NAMES = ["Terrain", "Magasin", "Web", "Téléphone"];
const AXES = ["region", "commercial", "famille", "canal"] as const;
const SIZES = { region: 5, commercial: 10, famille: 6, canal: 3 } as const;
const nameOf = (axis: (typeof AXES)[number], at: number): string =>
  axis === "canal" ? CHANNEL_NAMES[at]! : { region: "R", commercial: "V", famille: "F" }[axis] + at;

/** The first member sells most, the last about a third of it. */
const weight = (size: number, at: number): number => 1 / (1 + (2 * at) / size);

/** The sum of a chance number of orders (Poisson) of chance amounts (lognormal), as real sales are. */
function soldOf(usual: number, random: () => number): number {
  const wait = () => -Math.log(1 - random());
  let sold = 0;
  let waited = wait();
  while (waited < usual / ORDER) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    sold += ORDER * Math.exp(SPREAD * normal - SPREAD ** 2 / 2);
    waited += wait();
  }
  return sold;
}

/**
 * Fifteen months up to December 2025, a line for each month, region, salesperson, family and channel; in the last
 * quarter the planted places lose some of theirs.
 */
export function company(seed: number, planted: readonly Planted[]): SalesData {
  const random = numbersOf(seed);
  const lines: Record<string, string | number>[] = [];
  for (let month = 0; month < MONTHS; month++)
    for (let region = 0; region < SIZES.region; region++)
      for (let commercial = 0; commercial < SIZES.commercial; commercial++)
        for (let famille = 0; famille < SIZES.famille; famille++)
          for (let canal = 0; canal < SIZES.canal; canal++) {
            const at = { region, commercial, famille, canal };
            const usual = AXES.reduce((product, axis) => product * weight(SIZES[axis], at[axis]), 4_000);
            const kept = planted.reduce(
              (share, { place, loss }) =>
                month >= MONTHS - 3 && place.every(({ axis, member }) => nameOf(axis, at[axis]) === member)
                  ? share * (1 - loss)
                  : share,
              1,
            );
            const on = new Date(Date.UTC(2024, 9 + month, 15)).toISOString().slice(0, 10);
            lines.push({
              id: `l${lines.length}`,
              order_id: `o${lines.length}`,
              ordered_on: on,
              invoiced_on: on,
              customer_id: `c${Math.floor(random() * 50)}`,
              salesperson_id: nameOf("commercial", commercial),
              product_id: nameOf("famille", famille),
              region: nameOf("region", region),
              channel: CHANNELS[canal]!,
              quantity: 1 + Math.floor(random() * 3),
              revenue: Math.round(100 * soldOf(usual * kept, random)) / 100,
            });
          }
  return salesOf(
    {
      salespeople: Array.from({ length: SIZES.commercial }, (_, at) => ({ id: `V${at}`, name: `V${at}` })),
      customers: Array.from({ length: 50 }, (_, at) => ({ id: `c${at}`, name: `Client ${at}` })),
      products: Array.from({ length: SIZES.famille }, (_, at) => ({
        id: `F${at}`,
        name: `F${at}`,
        family: `F${at}`,
      })),
      order_lines: lines,
    },
    "2025-12-31",
  );
}

/** One cause, or two on different axes; of one axis, or of two crossed; a loss of 20 to 80 %. */
company.planted = (seed: number): readonly Planted[] => {
  const random = numbersOf(seed + 777_777);
  const axes = [...AXES].sort(() => random() - 0.5);
  const member = (axis: (typeof AXES)[number]) => ({
    axis,
    member: nameOf(axis, Math.floor(random() * SIZES[axis])),
  });
  const isCrossed = random() < 0.4;
  const one: Planted = {
    place: isCrossed ? [member(axes[0]!), member(axes[1]!)] : [member(axes[0]!)],
    loss: isCrossed ? 0.5 + 0.3 * random() : 0.2 + 0.6 * random(),
  };
  if (random() < 0.7) return [one];
  return [one, { place: [member(axes[2]!)], loss: 0.2 + 0.6 * random() }];
};
