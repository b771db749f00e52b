import fc from "fast-check";
import { dayOf } from "../../../../src/sales/calendar";

/** One sale as it happened, whatever a file makes of it. Amounts in cents, without tax. */
export interface Sale {
  readonly day: number;
  readonly customer: string;
  readonly region: string;
  readonly product: string;
  readonly seller: string;
  readonly quantity: number;
  readonly cents: number;
}

const CUSTOMERS = ["Dupont", "Évrard & fils", "Mercœur", "Garage Müller", "Lefèvre SA", "Noël"] as const;
const REGIONS = ["Nord", "Sud", "Île-de-France"] as const;
const PRODUCTS = ["32 FreshAir", "Fraise", "Crème", "Hélice"] as const;
const SELLERS = ["Martin", "Zoé Bénard", "Renard"] as const;

const FIRST_DAY = dayOf(2023, 1, 1);
export const DATA_DATE = "2024-06-30";
const LAST_DAY = dayOf(2024, 6, 30);

const sale: fc.Arbitrary<Sale> = fc
  .record({
    day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    customer: fc.nat(CUSTOMERS.length - 1),
    product: fc.constantFrom(...PRODUCTS),
    seller: fc.constantFrom(...SELLERS),
    quantity: fc.integer({ min: 1, max: 40 }),
    cents: fc.integer({ min: 100, max: 5_000_000 }),
  })
  // A customer has one region: two would be another fault than those planted here.
  .map(({ customer, ...rest }) => ({
    ...rest,
    customer: CUSTOMERS[customer] ?? "",
    region: REGIONS[customer % REGIONS.length] ?? "",
  }));

export const sales = fc.array(sale, { minLength: 4, maxLength: 24 });
