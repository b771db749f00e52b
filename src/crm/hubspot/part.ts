import { z } from "zod";
import { failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import type { DayOfMoment } from "../kit";
import type { Page } from "../page";
import type { Query } from "./client";
import { type Associations, type Filter, type Identified, PAGE } from "./objects";

/** What the rows of a page need beside its records. */
export interface Look {
  readonly day: DayOfMoment;
  /** The label of a pipeline's stage, by its id. */
  readonly stage: (id: string | null | undefined) => string | undefined;
  /** Record → companies, where the part's rows name one. */
  readonly companies: Associations;
}

export interface PartRows extends Pick<Page, "rows" | "rejected"> {
  /** Ids of rows that are not there: of records that do not belong to the table, or that cannot be read. */
  readonly left: readonly string[];
}

/** One object of HubSpot that fills a table. */
export interface Part {
  /** As HubSpot names it in addresses and scopes. */
  readonly object: string;
  readonly path: string;
  readonly query: Query;
  readonly properties: readonly string[];
  readonly withCompany: boolean;
  /** Whether records in the recycling bin are read too, since others go on referring to them. */
  readonly archivedToo: boolean;
  /** Whether rows of other tables name these records and lose the name with them, without being changed. */
  readonly referredTo: boolean;
  /** Absent for what HubSpot does not search: its changes are a list of everything again. */
  readonly counted?: readonly (readonly Filter[])[];
  readonly rows: (records: readonly Identified[], look: Look) => PartRows;
  /** Members for records that name none. */
  readonly standIns: readonly RawRow[];
}

type Row = RawRow["values"] | undefined;

interface ObjectSpec<Shape extends z.ZodRawShape> {
  readonly object: string;
  /** The properties to read and their shape: HubSpot gives every value as text, or null. */
  readonly properties: z.ZodObject<Shape>;
  readonly withCompany?: boolean;
  readonly archivedToo?: boolean;
  readonly referredTo?: boolean;
  /** The records that count, as a search: none given, all do. */
  readonly counted?: readonly (readonly Filter[])[];
  /** Undefined: the record does not belong to the table. */
  readonly row: (record: ObjectRecord<Shape>, look: Look) => Row;
  readonly standIns?: readonly RawRow[];
}

export interface ObjectRecord<Shape extends z.ZodRawShape> {
  readonly id: string;
  readonly properties: z.output<z.ZodObject<Shape>>;
}

/** A value of HubSpot. */
export const text = z.string().nullish();
/** A number of HubSpot: text like any other. An empty one is none. */
export const number = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ? Number(value) : undefined));
export const flag = z
  .enum(["true", "false", ""])
  .nullish()
  .transform((value) => value === "true");

/** A part out of an object's declaration. A record of another shape is set aside, the others of its page are kept. */
export function objectPart<Shape extends z.ZodRawShape>(spec: ObjectSpec<Shape>): Part {
  const { object, properties: shape, withCompany = false, archivedToo = false, counted = [], row } = spec;
  const { referredTo = false } = spec;
  const properties = Object.keys(shape.shape);
  const record = z.object({ id: z.string(), properties: shape });
  return {
    object,
    path: `/crm/v3/objects/${object}`,
    query: {
      limit: String(PAGE),
      properties: properties.join(","),
      associations: withCompany ? "companies" : undefined,
    },
    properties,
    withCompany,
    archivedToo,
    referredTo,
    counted,
    rows: (records, look) =>
      read(object, records, record, (found) => row(found as ObjectRecord<Shape>, look)),
    standIns: spec.standIns ?? [],
  };
}

interface ListSpec<T> {
  readonly object: string;
  readonly path: string;
  readonly query: Query;
  readonly record: z.ZodType<T>;
  readonly archivedToo?: boolean;
  readonly row: (record: T, look: Look) => Row;
  readonly standIns?: readonly RawRow[];
}

/** A part of what is no object of the CRM: owners, marketing e-mails. */
export const listPart = <T>(spec: ListSpec<T>): Part => ({
  object: spec.object,
  path: spec.path,
  query: { limit: String(PAGE), ...spec.query },
  properties: [],
  withCompany: false,
  archivedToo: spec.archivedToo ?? false,
  referredTo: false,
  rows: (records, look) => read(spec.object, records, spec.record, (found) => spec.row(found, look)),
  standIns: spec.standIns ?? [],
});

/** Each record becomes a row, or is left out on purpose, or is set aside with the field that cannot be read. */
export function read<T>(
  object: string,
  records: readonly Identified[],
  shape: z.ZodType<T>,
  row: (record: T) => Row,
): PartRows {
  const rows: RawRow[] = [];
  const rejected: NonNullable<Page["rejected"]>[number][] = [];
  const left: string[] = [];
  for (const record of records) {
    const origin = `${object} ${record.id}`;
    const parsed = shape.safeParse(record);
    if (!parsed.success) {
      rejected.push({ origin, failure: failure("row-unreadable", { field: fieldOf(parsed.error) }) });
      left.push(record.id);
      continue;
    }
    const values = row(parsed.data);
    if (values) rows.push({ values, origin });
    else left.push(record.id);
  }
  return { rows, rejected, left };
}

const fieldOf = (error: z.ZodError): string => (error.issues[0]?.path.at(-1) ?? "").toString().slice(0, 60);
