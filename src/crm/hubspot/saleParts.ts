import type { Content, PartReading } from "../kit";
import { Objects, PAGE } from "./objects";
import { LINE_PROPERTIES } from "./orderLines";
import { bySearch, idOf, pageOf, type Reader } from "./reading";
import type { Identified } from "./record";
import type { SaleBook } from "./saleBook";
import type { SaleKind } from "./sales";

/** The lists that order lines are read from: first all sales, which are no rows yet, then all line items. */
export interface SalePart {
  readonly object: string;
  readonly path: string;
  readonly properties: readonly string[];
  readonly associated: readonly string[];
}

export const salesPart = ({ object, properties }: SaleKind): SalePart => ({
  object,
  path: `/crm/v3/objects/${object}`,
  properties,
  associated: ["companies", "line_items"],
});

export const linesPart = ({ object }: SaleKind): SalePart => ({
  object: "line_items",
  path: "/crm/v3/objects/line_items",
  properties: LINE_PROPERTIES,
  associated: [object],
});

/** One of both. Rows come with the lines, and at the end those of sales that have none. */
export function saleReadingOf(
  { table, part }: Content<SalePart>,
  book: SaleBook,
  { client }: Reader,
  signal: AbortSignal,
): PartReading {
  const objects = new Objects(client, signal, { table });
  const isSale = part.object === book.kind.object;
  const query = {
    limit: String(PAGE),
    properties: part.properties.join(","),
    associations: part.associated.join(","),
  };
  return {
    page: (place) => {
      if (isSale && place === undefined) book.clear();
      return pageOf({ path: part.path, query }, objects, place);
    },
    idOf,
    rows: async (records) =>
      isSale
        ? { rows: [], rejected: book.take(records as readonly Identified[]) }
        : withoutGone(await book.rowsOf(records as readonly Identified[], objects)),
    // Neither sales nor lines alone are what the table has rows for.
    count: async () => undefined,
    recount: bySearch({ ...part, query }, objects),
    ...(!isSale && { extra: async () => book.wholeSales() }),
  };
}

const withoutGone = ({ rows, rejected }: Awaited<ReturnType<SaleBook["rowsOf"]>>) => ({ rows, rejected });
