import type { EpochDay } from "../../sales/calendar";
import { type Random, weighted } from "./random";
import type { Span } from "./season";
import {
  CITIES,
  CUSTOMER_KINDS,
  FIRST_NAMES,
  LAST_NAMES,
  REGION_WEIGHTS,
  REGIONS,
  SECTOR_WEIGHTS,
  SECTORS,
} from "./vocabulary";

export interface Salesperson {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly region: number;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  /** -1 where nobody filled the field in. */
  readonly sector: number;
  readonly region: number;
  readonly regionKnown: boolean;
  readonly salesperson: number;
  readonly createdOn: EpochDay;
  /** After this day the customer buys no more. */
  readonly leavesOn: EpochDay;
  readonly paymentDays: number;
  /** How much of the business it makes. */
  readonly weight: number;
}

export interface PointOfSale {
  readonly id: string;
  readonly name: string;
  readonly region: number;
}

const SALESPEOPLE = 24;
const FOREVER = 1_000_000;

/** 24 salespeople, spread over the regions; in each a field team and a key account team. */
export function salespeople(): Salesperson[] {
  return Array.from({ length: SALESPEOPLE }, (_, at) => {
    const region = at % REGIONS.length;
    const team = Math.floor(at / REGIONS.length) < 3 ? "Terrain" : "Grands comptes";
    const name = `${FIRST_NAMES[at]} ${LAST_NAMES[(at * 7) % LAST_NAMES.length]}`;
    return { id: `C${String(at + 1).padStart(2, "0")}`, name, team: `${team} ${REGIONS[region]}`, region };
  });
}

/** Two shops a region. */
export function pointsOfSale(): PointOfSale[] {
  return REGIONS.flatMap((_, region) =>
    [0, 1].map((shop) => ({
      id: `PV${region * 2 + shop + 1}`,
      name: `Magasin ${CITIES[region]![shop]}`,
      region,
    })),
  );
}

/** Customers of many sizes: most were there before, a quarter came since, some left. Names are distinct. */
export function customers(count: number, span: Span, source: Random): Customer[] {
  const region = weighted(REGION_WEIGHTS);
  const sector = weighted(SECTOR_WEIGHTS);
  const taken = new Map<string, number>();
  return Array.from({ length: count }, (_, at) => {
    const home = region(source);
    const kind = sector(source);
    const createdOn = source.chance(0.25)
      ? span.first + source.below(Math.floor((span.last - span.first) * 0.97))
      : span.first - 1 - source.below(2_500);
    const leaves = source.chance(0.12);
    const stay = 120 + source.below(span.last - span.first - 120);
    return {
      id: `CL${String(at + 1).padStart(4, "0")}`,
      name: distinct(`${source.pick(CUSTOMER_KINDS[kind]!)} ${source.pick(CITIES[home]!)}`, taken),
      sector: source.chance(0.01) ? -1 : kind,
      region: home,
      regionKnown: !source.chance(0.01),
      salesperson: salespersonIn(home, source),
      createdOn,
      leavesOn: leaves ? Math.max(createdOn, span.first) + stay : FOREVER,
      paymentDays: source.pick([30, 30, 45, 60]),
      weight: 0.15 + source.next() ** 6 * 12,
    };
  });
}

/** A salesperson of the region, the first ones with more customers than the last. */
export function salespersonIn(region: number, source: Random): number {
  const there = Math.ceil((SALESPEOPLE - region) / REGIONS.length);
  return region + REGIONS.length * Math.min(source.below(there), source.below(there + 1));
}

function distinct(name: string, taken: Map<string, number>): string {
  const times = (taken.get(name) ?? 0) + 1;
  taken.set(name, times);
  return times === 1 ? name : `${name} ${times}`;
}

export const sectorName = (sector: number): string | null => SECTORS[sector] ?? null;
