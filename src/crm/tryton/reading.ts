import { idOf, placeAfter } from "../records";
import { inBatches, type PartReading } from "../tableReading";
import type { Part } from "./part";
import type { Questions } from "./questions";

/** How Tryton is asked for a part: each page begins after the last id of the one before. */
export function readingOf(part: Part, ask: Questions, pageSize: number): PartReading {
  const { model, fields, extra } = part;
  const domain = part.domain(ask.company);
  return {
    async page(place) {
      const beyond = place === undefined ? domain : [...domain, ["id", ">", Number(place)]];
      const records = await ask.records(model, beyond, fields, pageSize);
      return { records, next: records.length < pageSize ? undefined : placeAfter(records) };
    },
    idOf,
    rows: (records) => part.rows(records, ask),
    recount: {
      count: () => ask.count(model, domain),
      ids: async () => (await ask.ids(model, domain)).map(String),
      byIds: (ids) =>
        inBatches(ids, pageSize, (some) =>
          ask.records(model, [...domain, ["id", "in", some.map(Number)]], fields, pageSize),
        ),
    },
    ...(extra && { extra: () => extra(ask) }),
  };
}
