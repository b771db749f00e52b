import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { type DayOfMoment, readRecords } from "../kit";
import type { Page } from "../page";
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
  readonly standIn?: RawRow;
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
  const { readable, rejected } = readRecords(records, shape, (record) => originOf(object, record));
  const rows = readable.flatMap(({ record, origin }) => {
    const values = row(record);
    return values ? [{ row: { values, origin }, changedAt: changedAt(record) }] : [];
  });
  return { rows, rejected };
}

const originOf = (object: string, record: unknown): string => `${object} ${(record as Identified).id}`;
