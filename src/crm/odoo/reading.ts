import { idOf, placeAfter } from "../records";
import { inBatches, type PartReading } from "../tableReading";
import type { Domain, Part } from "./part";
import type { Questions } from "./questions";

export interface ReadingOptions {
  readonly pageSize: number;
  /** Beside the part's own domain: what changed since a mark. */
  readonly within?: Domain;
}

/** How Odoo is asked for a part: each page begins after the last id of the one before. */
export function readingOf(part: Part, ask: Questions, { pageSize, within }: ReadingOptions): PartReading {
  const domain = [...(within ?? []), ...part.domain(ask)];
  return {
    async page(place = "0") {
      const records = await ask.records(part, [...domain, ["id", ">", Number(place)]], pageSize);
      return { records, next: records.length < pageSize ? undefined : placeAfter(records) };
    },
    idOf,
    rows: (records) => part.rows(records, ask),
    ...(within === undefined && {
      recount: {
        count: () => ask.count(part.model, domain),
        ids: async () => (await ask.ids(part.model, domain)).map(String),
        byIds: (ids) =>
          inBatches(ids, pageSize, (some) => ask.records(part, [...domain, ["id", "in", some.map(Number)]])),
      },
      extra: async () => part.extra,
    }),
  };
}
