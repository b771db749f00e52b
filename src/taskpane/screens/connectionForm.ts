import type { FieldValues, Source, SourceField } from "../gatewayClient";

/** Why a field cannot be sent as it is: a key of the texts `connect.*`. */
export type FieldFault = "missing" | "missingFiles" | "notAnAddress";

/** The faults of a form, by field name; empty when it can be sent. */
export function faultsOf(source: Source, values: FieldValues): Readonly<Record<string, FieldFault>> {
  const faults = source.fields.flatMap((field): [string, FieldFault][] => {
    const fault = faultOf(field, values[field.name]);
    return fault ? [[field.name, fault]] : [];
  });
  return Object.fromEntries(faults);
}

function faultOf(field: SourceField, value: FieldValues[string] | undefined): FieldFault | undefined {
  const isEmpty = value === undefined || value.length === 0;
  if (isEmpty && field.optional) return undefined;
  if (isEmpty) return field.kind === "files" ? "missingFiles" : "missing";
  if (field.kind === "url" && typeof value === "string" && !/^https:\/\/[^\s/]+/.test(value))
    return "notAnAddress";
  return undefined;
}

/** The filled-in fields, without surrounding blanks: a copied key often brings one. */
export function sentValues(source: Source, values: FieldValues): FieldValues {
  const filled = source.fields.flatMap((field): [string, FieldValues[string]][] => {
    const value = values[field.name];
    if (value === undefined || value.length === 0) return [];
    return [[field.name, typeof value === "string" ? value.trim() : value]];
  });
  return Object.fromEntries(filled);
}

const READ = /\.(csv|tsv|txt|xlsx|xlsm|ods|json)$/i;

/** The files a source of files can read, and the names of those it cannot. */
export function sortFiles(files: readonly File[]): {
  readonly kept: readonly File[];
  readonly ignored: readonly string[];
} {
  return {
    kept: files.filter(({ name }) => READ.test(name)),
    ignored: files.filter(({ name }) => !READ.test(name)).map(({ name }) => name),
  };
}

/** New files beside the earlier ones; one of the same name replaces it. */
export function addFiles(earlier: readonly File[], added: readonly File[]): readonly File[] {
  const names = new Set(added.map(({ name }) => name));
  return [...earlier.filter(({ name }) => !names.has(name)), ...added].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}
