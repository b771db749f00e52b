import type { Domain, RelatedTouch } from "./part";

/**
 * Records of a part that changed since a moment, or that something they are made of did. Tryton enters `write_date`
 * only with the first change of a record: one that was made since then has a `create_date`.
 */
export function changedSince(since: Date, touches: readonly RelatedTouch[]): Domain {
  const moment = momentOf(since);
  const own: RelatedTouch = { path: "", model: "" };
  const clauses = [own, ...touches].flatMap(({ path, through = [] }) =>
    ["create_date", "write_date"].map((date) => [`${path}${date}`, ">=", moment, ...through]),
  );
  return ["OR", ...clauses];
}

/** A moment as Tryton's JSON writes it: in UTC. */
const momentOf = (date: Date) => ({
  __class__: "datetime",
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
  hour: date.getUTCHours(),
  minute: date.getUTCMinutes(),
  second: date.getUTCSeconds(),
  microsecond: date.getUTCMilliseconds() * 1_000,
});
