import type { EpochDay } from "../../sales/calendar";
import { dayText } from "./dayText";
import { type Goal, within } from "./goalPeriod";
import { CHANNELS, NO_COST, type Orders } from "./orders";
import type { Customer, PointOfSale, Salesperson } from "./people";
import type { Invoices } from "./receivables";
import type { DemoRow } from "./record";
import { REGIONS } from "./vocabulary";

/** All that targets are worked out from. */
export interface Ledger {
  readonly dataDate: EpochDay;
  readonly book: Orders;
  readonly customers: readonly Customer[];
  readonly salespeople: readonly Salesperson[];
  readonly shops: readonly PointOfSale[];
  readonly rows: Readonly<
    Record<"visits" | "opportunities" | "leads" | "contacts_in" | "campaigns", readonly DemoRow[]>
  >;
  readonly bills: Invoices;
}

/** Revenue invoiced in a period, in euros, by index of region and of salesperson. */
export function revenueBy({ book, customers, salespeople, shops }: Ledger, goal: Goal) {
  const regions = REGIONS.map(() => 0);
  const people = salespeople.map(() => 0);
  for (let order = 0; order < book.count; order++) {
    if (!within(goal, book.invoicedOn[order]!)) continue;
    const client = customers[book.customer[order]!]!;
    const seller = book.salesperson[order]!;
    const region = client.regionKnown
      ? client.region
      : (shops[book.pointOfSale[order]!]?.region ?? salespeople[seller]!.region);
    regions[region]! += book.total[order]! / 100;
    people[seller]! += book.total[order]! / 100;
  }
  return { regions, salespeople: people };
}

interface Total {
  readonly kpi: string;
  readonly value: number;
  /** Value ÷ pro-rated target that the demo shows at its data date. */
  readonly attainment: number;
  /** Whether the KPI's target is pro-rated by the elapsed share of the period. */
  readonly flow: boolean;
  readonly whole?: true;
}

/** The other main KPIs of a period, in total. */
export function totals(ledger: Ledger, goal: Goal): Total[] {
  const { book, rows, bills } = ledger;
  const ordered = orderTotals(book, goal);
  const margin = marginOf(book, goal);
  const [first, last] = [dayText(goal.first), dayText(goal.last)];
  const isIn = (day: unknown) => typeof day === "string" && first <= day && day <= last;
  const dated = (table: keyof Ledger["rows"], column: string) =>
    rows[table].filter(({ values }) => isIn(values[column]));
  const visits = dated("visits", "visited_on").length;
  const open = dated("opportunities", "expected_on").filter(({ values }) => values.status === "open");
  const pipe = open.reduce((sum, { values }) => sum + Number(values.amount) * Number(values.probability), 0);
  const leads = dated("leads", "created_on");
  const hot = leads.filter(({ values }) => values.rating === "hot" && values.salesperson_id !== null);
  const complaints = dated("contacts_in", "received_on").filter(
    ({ values }) => values.reason === "complaint",
  );
  const flow = (kpi: string, value: number, attainment: number): Total => ({
    kpi,
    value,
    attainment,
    flow: true,
  });
  const counted = (kpi: string, value: number, attainment: number): Total => ({
    ...flow(kpi, value, attainment),
    whole: true,
  });
  const level = (kpi: string, value: number, attainment: number): Total => ({
    kpi,
    value,
    attainment,
    flow: false,
  });
  return [
    flow("MONTANTCOMMANDES", ordered.amount, 0.98),
    counted("COMMANDES", ordered.count, 1.02),
    flow("MARGE", margin.margin, 0.94),
    level("TAUXMARGE", ratio(margin.margin, margin.revenue), 0.97),
    level("PANIERMOYEN", ratio(ordered.amount, ordered.count), 1.02),
    level("PANIERWEB", ratio(ordered.webAmount, ordered.webCount), 1.05),
    counted("VISITES", visits, 0.92),
    level("RATIOVISITES", ratio(visits, ordered.count), 1.1),
    level("PIPE", pipe, 0.78),
    counted("LEADSCREES", leads.length, 1.04),
    counted("LEADSCHAUDS", hot.length, 0.9),
    counted("RECLAMATIONS", complaints.length, 1.6),
    level("ENCOURS", outstanding(bills, book, goal), 1.08),
  ];
}

const ratio = (numerator: number, denominator: number): number =>
  denominator === 0 ? 0 : numerator / denominator;

function orderTotals(book: Orders, goal: Goal) {
  const result = { count: 0, amount: 0, webCount: 0, webAmount: 0 };
  for (let order = 0; order < book.count; order++) {
    if (!within(goal, book.orderedOn[order]!)) continue;
    const web = CHANNELS[book.channel[order]!] === "web" ? 1 : 0;
    result.count++;
    result.amount += book.total[order]! / 100;
    result.webCount += web;
    result.webAmount += (web * book.total[order]!) / 100;
  }
  return result;
}

function marginOf({ lines, invoicedOn }: Orders, goal: Goal) {
  const result = { margin: 0, revenue: 0 };
  for (let line = 0; line < lines.count; line++) {
    if (lines.cost[line] === NO_COST || !within(goal, invoicedOn[lines.order[line]!]!)) continue;
    result.margin += (lines.revenue[line]! - lines.cost[line]!) / 100;
    result.revenue += lines.revenue[line]! / 100;
  }
  return result;
}

function outstanding(bills: Invoices, book: Orders, goal: Goal): number {
  let sum = 0;
  for (let at = 0; at < bills.count; at++)
    if (within(goal, book.invoicedOn[bills.order[at]!]!)) sum += bills.outstanding[at]! / 100;
  return sum;
}
