import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { type DayOfMoment, type RowSpec, type RowsOf, rowsBy } from "../kit";
import { type Condition, valueAt } from "./soql";

/** Values that rows need beside their record. */
export interface Context {
  /** Day of a moment where the person works. */
  readonly day: DayOfMoment;
  /** Money of a day in the reporting currency, where Salesforce keeps rates by date; else as it is. */
  readonly datedMoney: (amount: number, currency: string | null | undefined, day: string) => Money;
}

export interface Money {
  readonly amount: number;
  readonly currency?: string | null | undefined;
}

/** A field of a query: its path, the object it belongs to, and whether rows can be made without it. */
export interface Field {
  readonly path: string;
  readonly object: string;
  readonly name: string;
  readonly optional: boolean;
}

/** One object of Salesforce that fills a table. */
export interface SalesforcePart {
  readonly object: string;
  readonly fields: readonly Field[];
  readonly conditions: readonly Condition[];
  /** Salesforce archives these records after a year and then hides them from ordinary queries. */
  readonly archived: boolean;
  readonly rows: RowsOf<Context>;
  /** Rows that no record stands for. */
  readonly standIns: readonly RawRow[];
  /** A column whose sum Salesforce can compute from this field. */
  readonly sum?: { readonly measure: string; readonly field: string };
}

interface PartSpec<Shape extends z.ZodRawShape>
  extends Pick<SalesforcePart, "object" | "sum">,
    Partial<Pick<SalesforcePart, "conditions" | "archived" | "standIns">>,
    RowSpec<z.output<z.ZodObject<Shape>>, Context, undefined> {
  /** Fields and their shape. What is `nullish` may be hidden from this person; an object holds a parent's fields. */
  readonly shape: z.ZodObject<Shape>;
  /** Parent as named in the shape → its object. */
  readonly parents?: Readonly<Record<string, string>>;
}

/** A part from its declaration. */
export function part<Shape extends z.ZodRawShape>(spec: PartSpec<Shape>): SalesforcePart {
  const { object, shape, parents = {}, look, row, ...own } = spec;
  return {
    conditions: [],
    archived: false,
    standIns: [],
    ...own,
    object,
    fields: fieldsOf(shape, object, parents),
    rows: rowsBy(shape, (record) => originOf(object, record), spec),
  };
}

function fieldsOf(shape: z.ZodObject, object: string, parents: Readonly<Record<string, string>>): Field[] {
  return Object.entries(shape.shape).flatMap(([name, kind]): Field[] => {
    const optional = kind.safeParse(undefined).success;
    const inner = bare(kind);
    if (!(inner instanceof z.ZodObject)) return [{ path: name, object, name, optional }];
    return fieldsOf(inner, parents[name] ?? name, {}).map((field) => ({
      ...field,
      path: `${name}.${field.path}`,
      optional: optional || field.optional,
    }));
  });
}

function bare(kind: unknown): unknown {
  return kind instanceof z.ZodOptional || kind instanceof z.ZodNullable ? bare(kind.unwrap()) : kind;
}

const originOf = (object: string, record: unknown): string => {
  const id = valueAt(record, "Id");
  return typeof id === "string" ? `${object} ${id.slice(0, 18)}` : object;
};
