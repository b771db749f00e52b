import { productId } from "./activity";
import { dayText } from "./dayText";
import type { Customer } from "./people";
import { type Random, weighted } from "./random";
import type { DemoRow } from "./record";
import { intensity, isWorkday, progress, type Span, starComplaints } from "./season";
import { CAMPAIGN_THEMES, CONTACT_CHANNELS, PRODUCTS } from "./vocabulary";

const CONTACTS_A_DAY = 6;
const REASONS = ["information", "order", "complaint", "support"] as const;

/** What reaches the contact centre; complaints about the star follow their own curve. */
export function contactsIn(span: Span, customers: readonly Customer[], source: Random): DemoRow[] {
  const reason = weighted([0.55, 0.25, 0.08, 0.12]);
  const rows: DemoRow[] = [];
  for (let day = span.first; day <= span.last; day++) {
    const add = (why: (typeof REASONS)[number], product: number | null) =>
      rows.push({
        changedOn: day,
        values: {
          id: `E${rows.length + 1}`,
          received_on: dayText(day),
          channel: source.pick(CONTACT_CHANNELS),
          reason: why,
          customer_id: source.chance(0.15) ? null : source.pick(customers).id,
          product_id: product === null ? null : productId(product),
        },
      });
    const usual = Math.round(CONTACTS_A_DAY * intensity(span, day) * source.between(0.7, 1.3));
    for (let left = usual; left > 0; left--) {
      const why = REASONS[reason(source)]!;
      const other = 1 + source.below(PRODUCTS.length - 1);
      add(why, why === "information" && source.chance(0.5) ? null : other);
    }
    const due = starComplaints(span, day) * (isWorkday(day) ? 1.25 : 0.35);
    for (let left = Math.floor(due + source.next()); left > 0; left--) add("complaint", 0);
  }
  return rows;
}

/** Two mailings a month, to ever more addresses. */
export function campaigns(span: Span, source: Random): DemoRow[] {
  const rows: DemoRow[] = [];
  for (let day = span.first + 9; day <= span.last; day += 15) {
    const theme = CAMPAIGN_THEMES[rows.length % CAMPAIGN_THEMES.length]!;
    const sent = Math.round(3_000 + 2_500 * progress(span, day) + source.between(-300, 300));
    const delivered = Math.round(sent * source.between(0.95, 0.985));
    const opened = Math.round(delivered * source.between(0.2, 0.32));
    const clicked = Math.round(opened * source.between(0.08, 0.18));
    const name = `${theme} ${dayText(day).slice(0, 7)}`;
    const values = {
      id: `EM${rows.length + 1}`,
      name,
      sent_on: dayText(day),
      sent,
      delivered,
      opened,
      clicked,
    };
    rows.push({ changedOn: day, values });
  }
  return rows;
}
