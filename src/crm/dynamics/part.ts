import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { type Rows, readRecords } from "../records";
import type { DayOfMoment } from "../zonedDay";
import type { Condition } from "./conditions";

/** What rows need beside their record. */
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
  /** Where a change counts as one of the record: itself, and parents that its rows show. */
  readonly dated: readonly string[];
  readonly rows: (records: readonly unknown[], context: Context) => Required<Rows>;
}

interface PartSpec<Shape extends z.ZodRawShape> {
  readonly entity: string;
  readonly set?: string;
  /** Columns and their shape. An object holds the columns of the record that a lookup points to. */
  readonly shape: z.ZodObject<Shape>;
  readonly conditions?: (today: string) => readonly Condition[];
  readonly pointedToBy?: DynamicsPart["pointedToBy"];
  /** Lookups whose name is shown by its words alone. */
  readonly shows?: readonly string[];
  readonly row: (record: z.output<z.ZodObject<Shape>>, context: Context) => RawRow["values"];
}

/** A part from its declaration. */
export function part<Shape extends z.ZodRawShape>(spec: PartSpec<Shape>): DynamicsPart {
  const { entity, set = `${entity}s`, shape, conditions = () => [], pointedToBy, shows = [], row } = spec;
  const id = entity === "appointment" ? "activityid" : `${entity}id`;
  const parents = Object.entries(shape.shape).flatMap(([name, kind]) => {
    const inner = bare(kind);
    return inner instanceof z.ZodObject ? [{ name, columns: selected(inner) }] : [];
  });
  const expand = parents.map(({ name, columns }) => `${name}($select=${columns})`).join(",");
  return {
    entity,
    set,
    id,
    columns: `$select=${selected(shape)}${expand && `&$expand=${expand}`}`,
    conditions,
    ...(pointedToBy && { pointedToBy }),
    dated: ["", ...parents.map(({ name }) => `${name}/`), ...shows.map((name) => `${name}/`)],
    rows(records, context) {
      const { readable, rejected } = readRecords(records, shape, (record) => originOf(entity, id, record));
      const rows = readable.map(({ record, origin }) => ({ values: row(record, context), origin }));
      return { rows, rejected };
    },
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
