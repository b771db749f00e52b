import { load } from "../../src/crm/load";
import type { FrameSource } from "../../src/live/reports";
import { collect } from "../../src/sales/collect";
import type { RefreshFrame } from "../../src/sales/stream";
import type { SalesData } from "../../src/sales/tables";

import { type Leaving, MOVING, type MovingCrm } from "../crm/movingCrm";
import { granted } from "./office";
import { streamed } from "./sampleFrames";

/** A refresh of the CRM as it is at this moment, frame by frame. */
export async function framesNow(
  crm: MovingCrm,
  leaving: Leaving | "undated" = "gone",
  since?: string,
): Promise<RefreshFrame[]> {
  const frames: RefreshFrame[] = [];
  const options = { now: () => new Date(crm.clock), ...(since !== undefined && { since }) };
  for await (const frame of load(crm.connection(leaving), MOVING, options)) frames.push(frame);
  return frames;
}

/** The CRM as the gateway would give it, asked at the moment of each refresh. */
export const sourceOf = (crm: MovingCrm, leaving: Leaving | "undated" = "gone"): FrameSource =>
  async function* (since) {
    yield* await framesNow(crm, leaving, since);
  };

/** What a workbook holds after a full refresh of these frames. */
export const dataOf = async (frames: readonly RefreshFrame[]): Promise<SalesData> =>
  granted(await collect(streamed(frames))).data;

/** A small company: salespeople 1–3, customers 4–203, products 204–209, 600 order lines and 12 leads. */
export function smallMarket(crm: MovingCrm): void {
  for (let at = 0; at < 3; at++) crm.insert("salespeople", { name: `=Vendeur ${at}` });
  for (let at = 0; at < 200; at++)
    crm.insert("customers", { name: `Client ${at}`, salesperson_id: 1 + (at % 3), created_on: "2024-01-15" });
  for (let at = 0; at < 6; at++) crm.insert("products", { name: `Article ${at}` });
  for (let at = 0; at < 600; at++) crm.insert("order_lines", orderLine(at));
  for (let at = 0; at < 12; at++) crm.insert("leads", lead(at));
}

export const orderLine = (at: number) => ({
  order_id: `00${at}`,
  ordered_on: "2024-03-01",
  customer_id: 4 + (at % 200),
  salesperson_id: 1 + (at % 3),
  product_id: 204 + (at % 5),
  channel: "field",
  quantity: at,
  revenue: at * 1.25,
});

const lead = (at: number) => ({
  created_on: "2024-04-01",
  source: "'Salon",
  rating: "warm",
  status: `Statut ${at}`,
});

/** Lines changed here and there and new ones, a customer renamed, the last product gone, every lead different. */
export function oneDay(crm: MovingCrm): void {
  const lines = crm.ids("order_lines");
  for (const at of [0, 1, 40, 599]) crm.edit("order_lines", lines[at]!, { revenue: -at - 0.5 });
  for (let at = 0; at < 7; at++) crm.insert("order_lines", orderLine(700 + at));
  crm.edit("customers", 9, { name: "+Client renommé" });
  crm.remove("products", 209);
  for (const id of crm.ids("leads")) crm.edit("leads", id, { status: "Relancé" });
}
