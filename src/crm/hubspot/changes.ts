import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import type { ChangesPage } from "../changes";
import { LABEL } from "./client";
import { Listing } from "./listing";
import { type Identified, type Objects, PAGE } from "./objects";
import { isUnreadable, LINE_PROPERTIES, wholeSaleId, wholeSaleRow } from "./orderLines";
import type { Look, Part, PartRows } from "./part";
import type { SaleReader } from "./saleReader";

/** HubSpot's search learns of a change a little later than the record shows it. */
export const MARGIN_MS = 10 * 60_000;
/** HubSpot empties the recycling bin after ninety days: what left before that is not told. */
export const MEMORY_DAYS = 85;

const lost = () => new FailureError(failure("source-changes-lost", { source: LABEL.fr }));

/** The records that were merged into this one: no list and no bin names them any more. */
const MERGED = "hs_merged_object_ids";
const MERGED_IDS = z.object({ properties: z.object({ [MERGED]: z.string() }) });

function mergedInto(record: Identified): string[] {
  const told = MERGED_IDS.safeParse(record).data?.properties[MERGED] ?? "";
  return told.split(";").filter((id) => id !== "");
}

/**
 * What changed of one part since a moment: records found by a search, then those put into the recycling bin. What
 * HubSpot cannot search is listed whole again.
 */
export async function partChanges(
  part: Part,
  look: Omit<Look, "companies">,
  since: number,
  cursor: string | undefined,
  objects: Objects,
): Promise<ChangesPage> {
  if (!part.counted) return new Listing(part, look).page(cursor, objects);
  if (cursor?.startsWith("b")) {
    const { gone, next } = await binned(part, since, cursor.slice(1) || undefined, objects);
    if (part.referredTo && gone.length > 0) throw lost();
    return { rows: [], gone: part.archivedToo ? [] : gone, ...(next !== undefined && { next: `b${next}` }) };
  }
  const after = cursor?.slice(1) || "0";
  const records = await objects.changed(part.object, [...part.properties, MERGED], since, after);
  const merged = records.flatMap(mergedInto);
  if (part.referredTo && merged.length > 0) throw lost();
  const ids = records.map(({ id }) => id);
  const companies = part.withCompany
    ? await objects.associated(part.object, "companies", ids)
    : new Map<string, never>();
  const { rows, rejected, left } = part.rows(records, { ...look, companies });
  return { ...taken(rows, rejected), gone: [...left, ...merged], next: nextOf(records, "b") };
}

/** The same for orders: of each that changed all lines, and each line that changed. */
export async function lineChanges(
  reader: SaleReader,
  since: number,
  cursor: string | undefined,
  objects: Objects,
): Promise<ChangesPage> {
  if (cursor === undefined) await refuseBinned([reader.kind.object, "line_items"], since, objects);
  if (cursor?.startsWith("l")) return changedLines(reader, since, cursor.slice(1) || "0", objects);
  return changedSales(reader, since, cursor?.slice(1) || "0", objects);
}

async function changedSales(
  reader: SaleReader,
  since: number,
  after: string,
  objects: Objects,
): Promise<ChangesPage> {
  const { object, properties } = reader.kind;
  const records = await objects.changed(object, [...properties, MERGED], since, after);
  const ids = records.map(({ id }) => id);
  const unreadable = reader.take(records, await objects.associated(object, "companies", ids));
  const linesOf = await objects.associated(object, "line_items", ids);
  const salesOf = new Map([...linesOf].flatMap(([sale, lines]) => lines.map((line) => [line, [sale]])));
  const lines = await objects.byId("line_items", [...salesOf.keys()], LINE_PROPERTIES);
  const { rows, rejected = [], left } = await reader.rowsOf(reader.unserved(lines), salesOf, objects);
  const whole = ids.flatMap((id) => wholeSale(reader, id, (linesOf.get(id) ?? []).length > 0));
  const merged = records.flatMap(mergedInto);
  const there = new Set(whole.map(({ values }) => values.id));
  return {
    ...taken([...rows, ...whole], [...unreadable, ...rejected]),
    gone: [...left, ...[...ids, ...merged].map(wholeSaleId).filter((id) => !there.has(id))],
    next: nextOf(records, "l", "s"),
  };
}

function wholeSale(reader: SaleReader, id: string, hasLines: boolean): RawRow[] {
  const sale = reader.sale(id);
  if (!sale || isUnreadable(sale) || !sale.counts || hasLines) return [];
  return [wholeSaleRow(sale, reader.kind.object)];
}

async function changedLines(
  reader: SaleReader,
  since: number,
  after: string,
  objects: Objects,
): Promise<ChangesPage> {
  const lines = await objects.changed("line_items", LINE_PROPERTIES, since, after);
  const ids = lines.map(({ id }) => id);
  const salesOf = await objects.associated("line_items", reader.kind.object, ids);
  const { rows, rejected, left } = await reader.rowsOf(reader.unserved(lines), salesOf, objects);
  const sales = new Set([...salesOf.values()].flatMap(([sale]) => (sale === undefined ? [] : [sale])));
  const next = nextOf(lines, undefined, "l");
  return {
    ...taken(rows, rejected),
    gone: [...left, ...Array.from(sales, wholeSaleId)],
    ...(next !== undefined && { next }),
  };
}

/** A line in the recycling bin no longer tells whose it was, nor an order which lines it had: all is read again. */
async function refuseBinned(names: readonly string[], since: number, objects: Objects): Promise<void> {
  for (const object of names) {
    const part = { path: `/crm/v3/objects/${object}`, query: { limit: String(PAGE), properties: "" } };
    let after: string | undefined;
    do {
      const { gone, next } = await binned(part, since, after, objects);
      if (gone.length > 0) throw lost();
      after = next;
    } while (after !== undefined);
  }
}

async function binned(
  { path, query }: Pick<Part, "path" | "query">,
  since: number,
  after: string | undefined,
  objects: Objects,
): Promise<{ gone: string[]; next: string | undefined }> {
  const listed = await objects.listed(path, { ...query, associations: undefined, archived: "true", after });
  const gone = listed.records.filter(({ archivedAt }) => momentOf(archivedAt) >= since);
  return { gone: gone.map(({ id }) => id), next: listed.after };
}

/** A record whose moment cannot be read is taken for a late one. */
function momentOf(archivedAt: unknown): number {
  const moment = typeof archivedAt === "string" ? Date.parse(archivedAt) : Number.NaN;
  return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment;
}

const taken = (rows: readonly RawRow[], rejected: PartRows["rejected"] = []) => ({ rows, rejected });

/** After a full page, the last id in its phase; after the last one, the next phase. */
function nextOf(records: readonly Identified[], then: string, phase?: string): string;
function nextOf(records: readonly Identified[], then: undefined, phase: string): string | undefined;
function nextOf(records: readonly Identified[], then: string | undefined, phase = "c"): string | undefined {
  return records.length < PAGE ? then : `${phase}${records.at(-1)?.id ?? ""}`;
}
