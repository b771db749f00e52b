import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { changesLost, type PartReading } from "../kit";
import { pagesOf } from "../pagesOf";
import { LABEL } from "./client";
import type { Content } from "./contents";
import { Objects, PAGE } from "./objects";
import { LINE_PROPERTIES, wholeSaleId } from "./orderLines";
import type { HubSpotPart } from "./part";
import { idOf, pageOf, type Reader, readingOf } from "./reading";
import type { Identified } from "./record";
import type { SaleBook } from "./saleBook";
import type { SalePart } from "./saleParts";

/** HubSpot's search learns of a change a little later than the record shows it. */
export const MARGIN_MS = 10 * 60_000;
/** HubSpot empties the recycling bin after ninety days: what left before that is not told. */
export const MEMORY_DAYS = 85;

/** The records that were merged into this one: no list and no bin names them any more. */
const MERGED = "hs_merged_object_ids";
const MERGED_IDS = z.object({ properties: z.object({ [MERGED]: z.string() }) });

function mergedInto(record: unknown): string[] {
  const told = MERGED_IDS.safeParse(record).data?.properties[MERGED] ?? "";
  return told.split(";").filter((id) => id !== "");
}

/**
 * Changes of one part since a moment: records found by a search, and those put into the recycling bin. What
 * HubSpot cannot search is listed whole again.
 */
export function changedReading(
  content: Content<HubSpotPart>,
  since: number,
  reader: Reader,
  signal: AbortSignal,
): PartReading {
  const { table, part } = content;
  const objects = new Objects(reader.client, signal, { table });
  if (!part.searched) {
    const { page, rows } = readingOf(content, reader, signal);
    return { page, idOf, rows };
  }
  return {
    page: (place) => changedPage(part, since, objects, place),
    idOf,
    async rows(records) {
      const { rows, rejected = [] } = await part.rows(records, reader.context);
      const merged = records.flatMap(mergedInto);
      if (part.referredTo && merged.length > 0) throw changesLost(LABEL.fr);
      return { rows, rejected, gone: [...absent(records.map(idOf), rows), ...merged] };
    },
    async gone() {
      const gone = await binned(part.object, since, objects);
      if (part.referredTo && gone.length > 0) throw changesLost(LABEL.fr);
      return part.staysInBin ? [] : gone;
    },
  };
}

/** The same for orders: of each that changed all lines, and each line that changed. */
export function changedSaleReading(
  { table, part }: Content<SalePart>,
  since: number,
  book: SaleBook,
  { client }: Reader,
  signal: AbortSignal,
): PartReading {
  const objects = new Objects(client, signal, { table });
  const isSale = part.object === book.kind.object;
  return {
    page: (place) => {
      if (isSale && place === undefined) book.clear();
      return changedPage(part, since, objects, place);
    },
    idOf,
    rows: (records) =>
      (isSale ? changedSales : changedLines)(book, records as readonly Identified[], objects),
    // A line in the recycling bin no longer tells whose it was, nor an order which lines it had: all is read again.
    async gone() {
      if ((await binned(part.object, since, objects)).length > 0) throw changesLost(LABEL.fr);
      return [];
    },
  };
}

async function changedSales(book: SaleBook, records: readonly Identified[], objects: Objects) {
  const { object } = book.kind;
  const ids = records.map(idOf);
  const unreadable = book.take(records);
  const lineIds = ids.flatMap((id) => {
    const sale = book.sale(id);
    return sale && "lines" in sale ? sale.lines : [];
  });
  const found = await objects.byId("line_items", lineIds, LINE_PROPERTIES);
  const lines = await objects.withAssociations("line_items", found, [object]);
  const { rows, rejected, gone } = await book.rowsOf(lines, objects);
  const whole = book.wholeSales(ids);
  const sales = [...ids, ...records.flatMap(mergedInto)].map(wholeSaleId);
  const there = new Set(whole.map(({ values }) => values.id));
  return {
    rows: [...rows, ...whole],
    rejected: [...unreadable, ...rejected],
    gone: [...gone, ...sales.filter((id) => !there.has(id))],
  };
}

async function changedLines(book: SaleBook, lines: readonly Identified[], objects: Objects) {
  const { rows, rejected, gone } = await book.rowsOf(lines, objects);
  return { rows, rejected, gone: [...gone, ...book.salesOf(lines).map(wholeSaleId)] };
}

async function changedPage(
  part: Pick<HubSpotPart, "object" | "properties" | "associated">,
  since: number,
  objects: Objects,
  place: string | undefined,
) {
  const { object, properties, associated } = part;
  const { records, after } = await objects.changed(object, [...properties, MERGED], since, place);
  return { records: await objects.withAssociations(object, records, associated), next: after };
}

/** Ids of records that have no row. */
function absent(ids: readonly string[], rows: readonly RawRow[]): string[] {
  const there = new Set(rows.map(({ values }) => values.id));
  return ids.filter((id) => !there.has(id));
}

async function binned(object: string, since: number, objects: Objects): Promise<string[]> {
  const list = {
    path: `/crm/v3/objects/${object}`,
    query: { limit: String(PAGE), properties: "", archived: "true" },
  };
  const gone: string[] = [];
  const read = async (place: string | undefined) => {
    const { records, next } = await pageOf(list, objects, place);
    return { records, ...(next !== undefined && { next }) };
  };
  for await (const { records } of pagesOf(read, { source: LABEL.fr, table: object }))
    gone.push(...records.filter(({ archivedAt }) => momentOf(archivedAt) >= since).map(idOf));
  return gone;
}

/** A record whose moment cannot be read is taken for a late one. */
function momentOf(archivedAt: unknown): number {
  const moment = typeof archivedAt === "string" ? Date.parse(archivedAt) : Number.NaN;
  return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment;
}
