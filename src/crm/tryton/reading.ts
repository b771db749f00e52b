import { idOf, inBatches, type PartReading, placeAfter } from "../kit";
import { changedSince } from "./changed";
import type { Part } from "./part";
import type { Questions } from "./questions";

/** Reading of a part of Tryton: each page begins after the last id of the one before. */
export function readingOf(part: Part, ask: Questions, pageSize: number, since?: Date): PartReading {
  const { model, fields, idPrefix, extra } = part;
  const domain = [...part.domain(ask.company), ...(since ? [changesIn(part, since, ask)] : [])];
  const ids = () => ask.ids(model, domain);
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
      ids: async () => (await ids()).map(String),
      byIds: (wanted) =>
        inBatches(wanted, pageSize, (some) =>
          ask.records(model, [...domain, ["id", "in", some.map(Number)]], fields, pageSize),
        ),
    },
    rowIds: async () => (await ids()).map((id) => `${idPrefix}${id}`),
    extra: () => extra(ask),
  };
}

/** Leaves out what cannot be read: it cannot change a row either. */
const changesIn = ({ touchedBy }: Part, since: Date, { reads }: Questions) =>
  changedSince(
    since,
    touchedBy.filter(({ model }) => reads(model)),
  );
