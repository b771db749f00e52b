import { idOf, inBatches, type PartReading, placeAfter } from "../kit";
import type { Domain, Part } from "./part";
import type { Questions } from "./questions";

/** Reading of a part of Odoo: each page begins after the last id of the one before. */
export function readingOf(part: Part, ask: Questions, pageSize: number): PartReading {
  const domain = part.domain(ask);
  const ids = () => ask.ids(part.model, domain);
  return {
    ...pages(part, ask, pageSize, domain),
    recount: {
      count: () => ask.count(part.model, domain),
      ids: async () => (await ids()).map(String),
      byIds: (wanted) =>
        inBatches(wanted, pageSize, (some) => ask.records(part, [...domain, ["id", "in", some.map(Number)]])),
    },
    rowIds: async () => (await ids()).map(part.rowId),
    extra: async () => part.standIns,
  };
}

/** Pages alone, of the records that a domain finds. */
export const pages = (part: Part, ask: Questions, pageSize: number, domain: Domain): PartReading => ({
  async page(place = "0") {
    const records = await ask.records(part, [...domain, ["id", ">", Number(place)]], pageSize);
    return { records, next: records.length < pageSize ? undefined : placeAfter(records) };
  },
  idOf,
  rows: (records) => part.rows(records, ask),
});
