import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { type DayOfMoment, type RowSpec, type RowsOf, rowsBy, type Touch } from "../kit";
import type { Condition } from "./conditions";

/** Values that rows need beside their record. */
export interface Context {
  /** Day of a moment where the company works. */
  readonly day: DayOfMoment;
  /** ISO code of a currency by its id. */
  readonly isoOf: (currency: string | null | undefined) => string | undefined;
}

/** One table of Dataverse that fills a table of ours, or fills it in part. */
export interface DynamicsPart {
  /** `salesorder`, `salesorders`, `salesorderid`. */
  readonly entity: string;
  readonly set: string;
  readonly id: string;
  /** `$select` and `$expand`, ready for an address. */
  readonly columns: string;
  readonly conditions: (today: string) => readonly Condition[];
  /** Only records that others point to count: through these relations, by the set whose rows need them. */
  readonly pointedToBy?: Readonly<Record<string, string>>;
  /** Parents that its rows show: a change of theirs is one of the record. */
  readonly touchedBy: readonly Touch[];
  readonly rows: RowsOf<Context>;
  /** Rows that no record stands for. */
  readonly standIns: readonly RawRow[];
  /** A column whose sum Dynamics can compute: one column less another. */
  readonly sum?: { readonly measure: string; readonly of: string; readonly less?: string };
}

interface PartSpec<Shape extends z.ZodRawShape>
  extends Pick<DynamicsPart, "entity" | "pointedToBy" | "sum">,
    Partial<Pick<DynamicsPart, "set" | "id" | "conditions" | "standIns">>,
    RowSpec<z.output<z.ZodObject<Shape>>, Context, undefined> {
  /** Columns and their shape. An object holds the columns of the record that a lookup points to. */
  readonly shape: z.ZodObject<Shape>;
  /** Lookups whose name is shown by its words alone. */
  readonly shows?: readonly string[];
}

/** A part from its declaration. */
export function part<Shape extends z.ZodRawShape>(spec: PartSpec<Shape>): DynamicsPart {
  const { entity, set = `${entity}s`, id = `${entity}id`, shape, shows = [], look, row, ...own } = spec;
  const parents = Object.entries(shape.shape).flatMap(([name, kind]) => {
    const inner = bare(kind);
    return inner instanceof z.ZodObject ? [{ name, columns: selected(inner) }] : [];
  });
  const expand = parents.map(({ name, columns }) => `${name}($select=${columns})`).join(",");
  return {
    conditions: () => [],
    standIns: [],
    ...own,
    entity,
    set,
    id,
    columns: `$select=${selected(shape)}${expand && `&$expand=${expand}`}`,
    touchedBy: [...parents.map(({ name }) => name), ...shows].map((path) => ({ path })),
    rows: rowsBy(shape, (record) => originOf(entity, id, record), spec),
  };
}

/** Annotations come by themselves, and lookups in full by `$expand`. */
const selected = (shape: z.ZodObject): string =>
  Object.entries(shape.shape)
    .filter(([name, kind]) => !name.includes("@") && !(bare(kind) instanceof z.ZodObject))
    .map(([name]) => name)
    .join(",");

function bare(kind: unknown): unknown {
  return kind instanceof z.ZodOptional || kind instanceof z.ZodNullable ? bare(kind.unwrap()) : kind;
}

function originOf(entity: string, id: string, record: unknown): string {
  const key = typeof record === "object" && record !== null ? Reflect.get(record, id) : undefined;
  return typeof key === "string" ? `${entity} ${key.slice(0, 36)}` : entity;
}
