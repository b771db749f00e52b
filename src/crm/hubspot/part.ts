import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { type DayOfMoment, type RowsOf, rowsBy } from "../kit";
import { idsWith } from "./associations";
import type { Query } from "./client";
import { type Filter, PAGE } from "./objects";
import type { Identified } from "./record";

/** Values that rows need beside their record. */
export interface Context {
  readonly day: DayOfMoment;
  /** The label of a pipeline's stage, by its id. */
  readonly stage: (id: string | null | undefined) => string | undefined;
}

/** One list of HubSpot that fills a table, or fills it in part. */
export interface HubSpotPart {
  /** As HubSpot names it in addresses and scopes. */
  readonly object: string;
  readonly path: string;
  readonly query: Query;
  readonly properties: readonly string[];
  /** Objects whose associations with a record the rows need. */
  readonly associated: readonly string[];
  /** Absent for what HubSpot does not search; else the records that belong to the table, as a search: none, all do. */
  readonly searched?: readonly (readonly Filter[])[];
  /** Rows stay when their record goes to the recycling bin, since others go on referring to it. */
  readonly staysInBin: boolean;
  /** Rows of other tables name these records and lose the name with them, without being changed. */
  readonly referredTo: boolean;
  readonly rows: RowsOf<Context>;
  /** Members for records that name none. */
  readonly standIns: readonly RawRow[];
}

type Row = RawRow["values"] | undefined;

/** An object's record: its properties, its id, and the companies it is associated with, the primary one first. */
export type ObjectRecord<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>> & {
  readonly id: string;
  readonly companies: readonly string[];
};

interface ObjectSpec<Shape extends z.ZodRawShape>
  extends Partial<Pick<HubSpotPart, "staysInBin" | "referredTo" | "standIns">> {
  readonly object: string;
  /** The properties to read and their shape: HubSpot gives every value as text, or null. */
  readonly properties: z.ZodObject<Shape>;
  readonly withCompany?: boolean;
  /** The records that count, as a search: none given, all do. */
  readonly counted?: readonly (readonly Filter[])[];
  /** Undefined: the record does not belong to the table. */
  readonly row: (record: ObjectRecord<Shape>, context: Context) => Row;
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

/** Values of a record that are no properties. */
export const BESIDE = { id: z.string(), companies: z.array(z.string()) };

/** A record's properties with what is beside them. Associations that cannot be read make the record unreadable. */
export const flat = (record: Identified): unknown => ({
  ...(record.properties as object | undefined),
  id: record.id,
  companies: idsWith(record, "companies"),
});

/** A part out of an object's declaration. A record of another shape is set aside, the others of its page are kept. */
export function objectPart<Shape extends z.ZodRawShape>(spec: ObjectSpec<Shape>): HubSpotPart {
  const { object, properties: shape, withCompany = false, counted = [], row } = spec;
  const properties = Object.keys(shape.shape);
  const associated = withCompany ? ["companies"] : [];
  const flatRows = rowsBy(shape.extend(BESIDE), originIn(object), {
    row: (record, context: Context) => row(record as unknown as ObjectRecord<Shape>, context),
  });
  return {
    object,
    path: `/crm/v3/objects/${object}`,
    query: {
      limit: String(PAGE),
      properties: properties.join(","),
      associations: associated.join(",") || undefined,
    },
    properties,
    associated,
    searched: counted,
    staysInBin: spec.staysInBin ?? false,
    referredTo: spec.referredTo ?? false,
    rows: (records, context) => flatRows((records as readonly Identified[]).map(flat), context),
    standIns: spec.standIns ?? [],
  };
}

interface ListSpec<Shape extends z.ZodType> {
  readonly object: string;
  readonly path: string;
  readonly query: Query;
  readonly record: Shape;
  readonly row: (record: z.output<Shape>, context: Context) => Row;
  readonly standIns?: readonly RawRow[];
}

/** A part of what is no object of the CRM: owners, marketing e-mails. */
export const listPart = <Shape extends z.ZodType>(spec: ListSpec<Shape>): HubSpotPart => ({
  object: spec.object,
  path: spec.path,
  query: { limit: String(PAGE), ...spec.query },
  properties: [],
  associated: [],
  staysInBin: true,
  referredTo: false,
  rows: rowsBy(spec.record, originIn(spec.object), {
    row: (record, context: Context) => spec.row(record, context),
  }),
  standIns: spec.standIns ?? [],
});

/** The same list's records in the recycling bin: HubSpot lists them apart, and does not search them. */
export const inBin = (part: HubSpotPart): HubSpotPart => {
  const { searched: _, ...own } = part;
  return { ...own, query: { ...part.query, archived: "true" }, standIns: [] };
};

export const originIn =
  (object: string) =>
  (record: unknown): string =>
    `${object} ${(record as Identified).id}`;
