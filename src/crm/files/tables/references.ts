import { cleanText } from "../../../sales/cleanText";
import { type ColumnSpec, TABLES, type TableName } from "../../../sales/schema";
import { carriedAs, fieldsOf, type SourceTable } from "../columns/fields";
import { type Cell, textOf } from "../inputs/sheet";
import type { Understanding } from "../understand";
import type { Directory, Mention } from "./directory";

/** The places of the cells that say which row of another table is meant, and what they tell of it. */
export interface Reference {
  readonly column: string;
  readonly isOptional: boolean;
  readonly directory: Directory;
  readonly idAt: number | undefined;
  readonly nameAt: number | undefined;
  /** The field that holds its name: `customer.name`. */
  readonly nameField: string;
  readonly attributes: readonly { readonly name: string; readonly at: number }[];
}

/** The directories of a source, by table. */
export type Directories = ReadonlyMap<TableName, Directory>;

/** The references of a sheet's rows. */
export function referencesOf(
  { sheet, assigned }: Understanding,
  table: SourceTable,
  directories: Directories,
): readonly Reference[] {
  if (table === "targets") return [];
  const at = (field: string): number | undefined => {
    const heading = assigned.get(field)?.heading;
    return heading === undefined ? undefined : sheet.headings.indexOf(heading);
  };
  return TABLES[table].columns.flatMap((column) => {
    const directory = column.table && directories.get(column.table);
    return directory ? [referenceOf(column, table, directory, at)] : [];
  });
}

function referenceOf(
  { name, optional }: ColumnSpec,
  table: SourceTable,
  directory: Directory,
  at: (field: string) => number | undefined,
): Reference {
  const prefix = `${carriedAs(name)}.`;
  const attributes = fieldsOf(table)
    .filter((field) => field.name.startsWith(prefix) && field.name !== `${prefix}name`)
    .flatMap((field) => {
      const column = at(field.name);
      return column === undefined ? [] : [{ name: field.name.slice(prefix.length), at: column }];
    });
  return {
    column: name,
    isOptional: optional === true,
    directory,
    idAt: at(name),
    nameAt: at(`${prefix}name`),
    nameField: `${prefix}name`,
    attributes,
  };
}

/** The row referred to, as a row's cells say, or else the values that hold for all rows. */
export function mentionIn(
  { column, idAt, nameAt, nameField, attributes }: Reference,
  cells: readonly Cell[],
  constants: Readonly<Record<string, string>> = {},
): Mention {
  const text = (at: number | undefined) =>
    at === undefined ? undefined : cleanText(textOf(cells[at])) || undefined;
  const id = text(idAt) ?? constants[column];
  const name = text(nameAt) ?? constants[nameField];
  const told: Record<string, string> = {};
  for (const attribute of attributes) {
    const value = text(attribute.at);
    if (value !== undefined) told[attribute.name] = value;
  }
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name }), attributes: told };
}
