/** How the CSV tests open, load and look at files in memory. */
import { filesConnector } from "../../../src/crm/files/connector";
import { load } from "../../../src/crm/load";
import { toChunks } from "../../../src/sales/builder";
import { formatIsoDay } from "../../../src/sales/calendar";
import { type Collected, collect } from "../../../src/sales/collect";
import type { FailureParams, Result } from "../../../src/sales/failure";
import type { TableName } from "../../../src/sales/schema";
import type { Value } from "../../../src/sales/tables";

export type Files = Record<string, string | Uint8Array>;
export const HEADINGS =
  "id;order_id;ordered_on;customer_id;salesperson_id;product_id;channel;quantity;revenue";
export const line = (id: string | number, change: Record<string, string> = {}) =>
  Object.values({
    id: String(id),
    order: "O1",
    on: "2024-03-15",
    customer: "Dupont",
    seller: "Martin",
    product: "32 FreshAir",
    channel: "web",
    quantity: "1",
    revenue: "100",
    ...change,
  }).join(";");
export const orders = (...lines: string[]) => [HEADINGS, ...lines, ""].join("\n");

export const bytesOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

export async function open(files: Files, options = {}) {
  const list = Object.entries(files).map(([name, content]) => ({ name, bytes: bytesOf(content) }));
  return filesConnector({ folders: false }).connect(
    { files: list, dataDate: "2024-06-30", ...options },
    new AbortController().signal,
  );
}

async function read(files: Files, options = {}): Promise<Result<Collected>> {
  return collect(load(await open(files, options), filesConnector({ folders: false }).declaration));
}

export async function loaded(files: Files, options = {}): Promise<Collected> {
  const result = await read(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export function column(collected: Collected, name: string, table: TableName = "order_lines"): Value[] {
  return Array.from(toChunks(collected.data.tables[table])).flatMap(({ columns }) => columns[name]!);
}
export const dates = (collected: Collected, name = "ordered_on") =>
  column(collected, name).map((day) => formatIsoDay(Number(day)));
export const setAside = (collected: Collected, table: TableName = "order_lines") =>
  collected.rejected[table].sample.map(({ origin, failure }) => `${origin} ${failure.code}`);
export const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: { failure: { code: string } }) => error.failure,
  );

export const revenues = async (...cells: string[]) =>
  column(
    await loaded({ "orders.csv": orders(...cells.map((revenue, at) => line(at, { revenue }))) }),
    "revenue",
  );
export const days = async (...cells: string[]) =>
  dates(await loaded({ "orders.csv": orders(...cells.map((on, at) => line(at, { on }))) }));

/** The notes of a source: code, and what it is about. */
export const notesOf = async (files: Files, options = {}) =>
  ((await open(files, options)).notes ?? []).map(({ code, params }): FailureParams => ({ code, ...params }));
