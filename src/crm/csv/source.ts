import { type Failure, FailureError, failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import type { Text } from "../../sales/text";
import { DERIVABLE, derivedRows, isReferredTo } from "./derive";
import { describeFile } from "./describe";
import type { CsvFile } from "./file";
import type { Mapping } from "./mappingFile";
import { NOTES } from "./notes";
import { type CsvRow, CsvTable } from "./table";
import { readTargets } from "./targets";

/** Where a table's rows come from: a file, ids mentioned elsewhere, or a file that cannot be loaded. */
export type TableOrigin =
  | { readonly kind: "file"; readonly file: CsvTable }
  | { readonly kind: "derived"; readonly rows: readonly RawRow[]; readonly instead?: UnloadableFile }
  | { readonly kind: "failed"; readonly instead: UnloadableFile };

export interface UnloadableFile {
  readonly file: string;
  readonly failure: Failure;
}

/** A set of CSV files understood as tables. */
export interface CsvSource {
  readonly tables: ReadonlyMap<TableName, TableOrigin>;
  readonly targets: readonly Target[];
  readonly notes: readonly Text[];
}

/**
 * Understands a set of files. One that cannot be loaded is kept as such beside the others; throws FailureError
 * only when nothing can be loaded at all (the first file's failure, or `file-unknown-table`).
 */
export function openSource(files: readonly CsvFile[], mapping: Mapping): CsvSource {
  const notes: Text[] = [];
  const loaded = new Map<TableName, CsvTable>();
  const unloadable = new Map<TableName, UnloadableFile>();
  let targets: Target[] = [];
  for (const file of byMappingFirst(files, mapping)) {
    const description = describeFile(file, mapping);
    const { table } = description;
    if (table === undefined) notes.push(NOTES.ignoredFile(file.name));
    else if (table === "targets") {
      const read = description.failure ? undefined : readTargets(new CsvTable(file, table, description));
      targets = read?.targets ?? targets;
      if (!read) notes.push(NOTES.targetsFailed(file.name));
      else if (read.unreadable.length > 0) notes.push(NOTES.unreadableTargets(read.unreadable));
    } else if (loaded.has(table)) notes.push(NOTES.secondFile(file.name, table));
    else if (description.failure) unloadable.set(table, { file: file.name, failure: description.failure });
    else loaded.set(table, new CsvTable(file, table, description));
  }
  if (loaded.size === 0) throw new FailureError(nothingLoaded(files, unloadable));
  return { tables: origins(loaded, unloadable, notes), targets, notes: [...notes, ...absences(loaded)] };
}

function origins(
  loaded: ReadonlyMap<TableName, CsvTable>,
  unloadable: ReadonlyMap<TableName, UnloadableFile>,
  notes: Text[],
): Map<TableName, TableOrigin> {
  const found = new Map<TableName, TableOrigin>();
  for (const table of TABLE_NAMES) {
    const file = loaded.get(table);
    const instead = unloadable.get(table);
    if (file) found.set(table, { kind: "file", file });
    else if (DERIVABLE.includes(table) && isReferredTo(table, loaded.values())) {
      notes.push(NOTES.derived(table));
      found.set(table, {
        kind: "derived",
        rows: derivedRows(table, loaded.values()),
        ...(instead && { instead }),
      });
    } else if (instead) found.set(table, { kind: "failed", instead });
  }
  return found;
}

function absences(loaded: ReadonlyMap<TableName, CsvTable>): Text[] {
  const absent = TABLE_NAMES.filter((table) => !loaded.has(table) && !DERIVABLE.includes(table));
  const orders = loaded.get("order_lines");
  return [
    ...(absent.length > 0 ? [NOTES.withoutFile(absent)] : []),
    ...(orders && !orders.filled.has("invoiced_on") ? [NOTES.withoutInvoicing] : []),
    ...(orders && !orders.filled.has("cost") ? [NOTES.withoutCosts] : []),
  ];
}

/** A file that the mapping names comes before one that only happens to be named like the table. */
function byMappingFirst(files: readonly CsvFile[], mapping: Mapping): CsvFile[] {
  const named = new Set(
    Object.values(mapping).flatMap((entry) =>
      entry && "file" in entry && entry.file ? [entry.file.toLowerCase()] : [],
    ),
  );
  const rank = ({ name }: CsvFile) => (named.has(name.toLowerCase()) ? 0 : 1);
  return [...files].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

const nothingLoaded = (
  files: readonly CsvFile[],
  unloadable: ReadonlyMap<TableName, UnloadableFile>,
): Failure =>
  [...unloadable.values()][0]?.failure ??
  failure("file-unknown-table", { file: files.map(({ name }) => name).join(", "), possible: TABLE_NAMES });

/** The rows of a table in order, those that cannot be read saying why. */
export function* rowsOf(origin: TableOrigin): Generator<CsvRow> {
  if (origin.kind !== "file" && origin.instead)
    yield { origin: origin.instead.file, failure: origin.instead.failure };
  if (origin.kind === "file") yield* origin.file.rows();
  if (origin.kind === "derived") yield* origin.rows;
}

/** How many rows of data there are to expect. */
export const countOf = (origin: TableOrigin): number =>
  origin.kind === "file" ? origin.file.count : origin.kind === "derived" ? origin.rows.length : 0;
