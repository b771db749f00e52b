import type { EpochDay } from "../../../sales/calendar";
import { type Field, fieldsOf, type SourceTable } from "../columns/fields";
import type { Understanding } from "../understand";
import { ColumnProfile } from "./profile";

/** Fields whose few texts decide what is done with a row. */
const COUNTED: ReadonlySet<string> = new Set(["state", "currency"]);

/** A column of the sheet bound to a field, once its cells are known. */
export interface BoundColumn {
  readonly field: Field;
  readonly heading: string;
  readonly at: number;
  readonly profile: ColumnProfile;
  /** Columns that fit the field as well. */
  readonly rivals: readonly { readonly heading: string; readonly profile: ColumnProfile }[];
}

/** The columns of a sheet that fill fields, their cells not yet looked at. */
export function boundColumns(
  { sheet, assigned }: Understanding,
  table: SourceTable,
  dataDate: EpochDay,
): BoundColumn[] {
  const fields = new Map(fieldsOf(table).map((field) => [field.name, field]));
  return Array.from(assigned).flatMap(([name, { heading, others }]) => {
    const field = fields.get(name);
    if (!field) return [];
    const profile = (each: string) =>
      new ColumnProfile(sheet.headings.indexOf(each), field.kind, dataDate, COUNTED.has(name));
    return [
      {
        field,
        heading,
        at: sheet.headings.indexOf(heading),
        profile: profile(heading),
        rivals: others.map((each) => ({ heading: each, profile: profile(each) })),
      },
    ];
  });
}
