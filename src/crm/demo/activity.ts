import type { EpochDay } from "../../sales/calendar";
import { dayText } from "./dayText";
import type { Customer, Salesperson } from "./people";
import { type Random, weighted } from "./random";
import type { DemoRow } from "./record";
import { intensity, isWorkday, type Span, shareOut } from "./season";
import { LEAD_SOURCES, LEAD_STATUSES, PRODUCTS, STAGE_PROBABILITIES, STAGES } from "./vocabulary";

interface Market {
  readonly span: Span;
  readonly customers: readonly Customer[];
  readonly salespeople: readonly Salesperson[];
}

const OPPORTUNITIES = 1_600;
const LEADS = 2_900;
const VISITS_A_DAY = 0.55;

/** Some salespeople visit twice as much as others, whatever they sell. */
export function visits({ span, customers, salespeople }: Market, source: Random): DemoRow[] {
  const zeal = salespeople.map(() => source.between(0.65, 1.35) * VISITS_A_DAY);
  const portfolio = salespeople.map((_, at) => customers.filter(({ salesperson }) => salesperson === at));
  const rows: DemoRow[] = [];
  for (let day = span.first; day <= span.last; day++) {
    if (!isWorkday(day)) continue;
    salespeople.forEach(({ id }, at) => {
      if (!source.chance(zeal[at]!)) return;
      const known = portfolio[at]!.length > 0 && !source.chance(0.04);
      const customer = known ? source.pick(portfolio[at]!).id : null;
      rows.push(
        row(`V${rows.length + 1}`, day, { visited_on: iso(day), salesperson_id: id, customer_id: customer }),
      );
    });
  }
  return rows;
}

/** Deals of three weeks to five months; two in five are won. What should have closed by now mostly has. */
export function opportunities({ span, customers, salespeople }: Market, source: Random): DemoRow[] {
  const rows: DemoRow[] = [];
  for (const [created, count] of shareOut(OPPORTUNITIES, span, (day) => intensity(span, day)))
    for (let left = count; left > 0; left--) {
      const customer = source.pick(customers);
      const product = source.pick(PRODUCTS);
      const expected = created + 21 + source.below(130);
      const closed = expected + source.below(40) - 20;
      const isClosed = closed <= span.last;
      const won = isClosed && source.chance(0.4);
      const stage = source.below(STAGES.length);
      const amount = Math.round((product.price * source.between(4, 40)) / 10) * 10;
      const id = `OP${rows.length + 1}`;
      rows.push(
        row(id, isClosed ? closed : created, {
          name: `${product.name} – ${customer.name}`,
          customer_id: source.chance(0.03) ? null : customer.id,
          salesperson_id: salespeople[customer.salesperson]!.id,
          product_id: source.chance(0.08) ? null : productId(PRODUCTS.indexOf(product)),
          created_on: iso(created),
          expected_on: iso(expected),
          closed_on: isClosed ? iso(closed) : null,
          stage: isClosed ? (won ? "Gagnée" : "Perdue") : STAGES[stage]!,
          status: isClosed ? (won ? "won" : "lost") : "open",
          amount,
          probability: isClosed ? Number(won) : STAGE_PROBABILITIES[stage]!,
        }),
      );
    }
  return rows;
}

/** Rather more leads each year; one in five is hot; a few wait for a salesperson. */
export function leads({ span, salespeople }: Market, source: Random): DemoRow[] {
  const rating = weighted([0.2, 0.45, 0.35]);
  const rows: DemoRow[] = [];
  for (const [day, count] of shareOut(LEADS, span, (each) => intensity(span, each)))
    for (let left = count; left > 0; left--)
      rows.push(
        row(`LD${rows.length + 1}`, day, {
          created_on: iso(day),
          salesperson_id: source.chance(0.05) ? null : source.pick(salespeople).id,
          source: source.pick(LEAD_SOURCES),
          rating: ["hot", "warm", "cold"][rating(source)]!,
          status: source.pick(LEAD_STATUSES),
        }),
      );
  return rows;
}

export const productId = (at: number): string => `P${String(at + 1).padStart(2, "0")}`;
const iso = dayText;
const row = (id: string, changedOn: EpochDay, values: Omit<DemoRow["values"], "id">): DemoRow => ({
  changedOn,
  values: { id, ...values },
});
