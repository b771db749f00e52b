import type { Domain } from "./part";

/** A related record that a row is made of: when it changes, the row has changed. */
export interface Watch {
  /** The way to it, as `sale.` or `move.lines.`. */
  readonly path: string;
  readonly model: string;
  /** The models that the references on the way lead to, in their order. */
  readonly through?: readonly string[];
  /** Its values are read by way of another record: whoever may not read it itself would not notice its changes. */
  readonly hidden?: true;
}

/**
 * Records of a part that changed since a moment, or that something they are made of did. Tryton enters `write_date`
 * only with the first change of a record: one that was made since then has a `create_date`.
 */
export function changedSince(since: Date, watches: readonly Watch[]): Domain {
  const moment = momentOf(since);
  const own: Watch = { path: "", model: "" };
  const clauses = [own, ...watches].flatMap(({ path, through = [] }) =>
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
