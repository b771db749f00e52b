import { z } from "zod";
import { failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import type { Page } from "../page";
import type { DayOfMoment } from "../zonedDay";
import type { Identified, Listed, Questions } from "./questions";

/** What the rows of a page need beside its records: names for numbers, read once a connection. */
export interface Look {
  readonly day: DayOfMoment;
  readonly stages: ReadonlyMap<string, { readonly name: string; readonly probability: number }>;
  readonly industries: ReadonlyMap<string, string>;
  readonly families: ReadonlyMap<string, string>;
  readonly leadLabels: ReadonlyMap<string, string>;
}

/** A row and when anything it is made of was last changed; undefined when Pipedrive does not say. */
export interface DatedRow {
  readonly row: RawRow;
  readonly changedAt: number | undefined;
}

export interface DatedPage extends Omit<Page, "rows"> {
  readonly rows: readonly DatedRow[];
}

/** One list of Pipedrive that fills a table, or fills it in part. */
export interface Part {
  readonly object: string;
  /** One page of records, from a place on. */
  readonly list: (questions: Questions, place: string | undefined) => Promise<Listed>;
  readonly rows: (
    records: readonly Identified[],
    look: Look,
    questions: Questions,
  ) => Promise<Omit<DatedPage, "next">> | Omit<DatedPage, "next">;
  /** A member for records that name none. */
  readonly extra?: RawRow;
}

/** Pipedrive's moments are written in two ways, both in UTC. */
export const momentOf = (...texts: readonly (string | null | undefined)[]): number | undefined => {
  const moments = texts
    .map((text) => Date.parse((text ?? "").replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/, "$1T$2Z")))
    .filter(Number.isFinite);
  return moments.length === 0 ? undefined : Math.max(...moments);
};

const DATED = z.looseObject({ update_time: z.string().nullish() });

/** Each record becomes a row, or is left out on purpose, or is set aside with the field that cannot be read. */
export function read<T>(
  object: string,
  records: readonly Identified[],
  shape: z.ZodType<T>,
  row: (record: T) => RawRow["values"] | undefined,
  changedAt: (record: T) => number | undefined = (record) =>
    momentOf(DATED.safeParse(record).data?.update_time),
): Pick<DatedPage, "rows" | "rejected"> {
  const rows: DatedRow[] = [];
  const rejected: NonNullable<Page["rejected"]>[number][] = [];
  for (const record of records) {
    const origin = `${object} ${record.id}`;
    const parsed = shape.safeParse(record);
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]?.path.at(-1) ?? "").slice(0, 60);
      rejected.push({ origin, failure: failure("row-unreadable", { field }) });
      continue;
    }
    const values = row(parsed.data);
    if (values) rows.push({ row: { values, origin }, changedAt: changedAt(parsed.data) });
  }
  return { rows, rejected };
}
