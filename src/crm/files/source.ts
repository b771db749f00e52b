import type { EpochDay } from "../../sales/calendar";
import { type Failure, FailureError, failure } from "../../sales/failure";
import type { Lack } from "../../sales/lack";
import { type Note, note } from "../../sales/note";
import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import { absenceNotes, absentData } from "./absences";
import { isUnreadable, type Sheet, type UnreadableSheet } from "./inputs/sheet";
import type { Mapping } from "./mappingFile";
import { Directory } from "./tables/directory";
import { type FileRow, tableRows } from "./tables/factRows";
import { type Directories, mentionIn, referencesOf } from "./tables/references";
import { SheetTable } from "./tables/sheetTable";
import type { TablePart } from "./tables/tablePart";
import { readTargets } from "./tables/targets";
import { type Understanding, understand } from "./understand";

/** The origin of a table's rows: sheets, what others mention, and sheets that cannot be loaded. */
export interface TableOrigin {
  readonly table: TableName;
  readonly parts: readonly TablePart[];
  readonly derived: Directory | undefined;
  readonly unreadable: readonly UnreadableSheet[];
}

/** A set of files understood as tables. */
export interface FileSource {
  readonly tables: ReadonlyMap<TableName, TableOrigin>;
  readonly targets: readonly Target[];
  readonly notes: readonly Note[];
  readonly lacks: readonly Lack[];
}

/** Tables that can be made up from what others mention. */
const DERIVABLE: readonly TableName[] = ["salespeople", "customers", "products", "points_of_sale"];

/**
 * Understands a set of sheets. One that cannot be loaded is kept as such beside the others; throws FailureError only when
 * nothing can be loaded at all (the first sheet's failure, or `file-unknown-table`).
 */
export function openSource(
  sheets: readonly (Sheet | UnreadableSheet)[],
  mapping: Mapping,
  dataDate: EpochDay,
): FileSource {
  return new SourceReader(mapping, dataDate).read(sheets);
}

class SourceReader {
  private readonly notes: Note[] = [];
  private readonly parts = new Map<TableName, TablePart[]>();
  private readonly unreadable = new Map<TableName, UnreadableSheet[]>();
  private readonly directories: Directories = new Map(
    DERIVABLE.map((table) => [table, new Directory(table)]),
  );
  private targets: Target[] = [];
  private firstFailure: Failure | undefined;

  constructor(
    private readonly mapping: Mapping,
    private readonly dataDate: EpochDay,
  ) {}

  read(sheets: readonly (Sheet | UnreadableSheet)[]): FileSource {
    const ignored = new Set(this.mapping.ignored?.map((name) => name.toLowerCase()));
    const taken = [...sheets]
      .filter(({ name }) => !ignored.has(name.toLowerCase()))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((sheet) => ({
        sheet,
        understood: isUnreadable(sheet)
          ? understandName(sheet, this.mapping)
          : understand(sheet, this.mapping),
      }));
    // What others refer to comes first: ids are looked up in it.
    taken.sort((a, b) => rankOf(a.understood) - rankOf(b.understood));
    for (const { sheet, understood } of taken) {
      if (isUnreadable(sheet)) this.refuse(sheet, understood.table);
      else this.take(sheet, understood);
    }
    if (this.parts.size === 0) throw new FailureError(this.nothingLoaded(sheets));
    return {
      tables: this.origins(),
      targets: this.targets,
      notes: [...this.notes, ...absenceNotes(this.parts)],
      lacks: absentData(this.parts),
    };
  }

  private take(sheet: Sheet, understood: Understanding): void {
    const { table, failure: why } = understood;
    if (table === undefined) this.notes.push(note("file-ignored", { file: sheet.name }));
    else if (table === "targets") this.takeTargets(understood);
    else if (why) this.refuse({ name: sheet.name, failure: why }, table);
    else
      try {
        this.takeRows(understood, table);
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        this.refuse({ name: sheet.name, failure: error.failure }, table);
      }
  }

  private takeRows(understood: Understanding, table: TableName): void {
    const references = referencesOf(understood, table, this.directories);
    const sheet = new SheetTable(understood, table, this.dataDate, (cells, line) => {
      for (const reference of references)
        reference.directory.observe(
          mentionIn(reference, cells, understood.entry.constants),
          `${understood.sheet.name}:${line}`,
          reference.isOptional,
        );
    });
    this.parts.set(table, [...(this.parts.get(table) ?? []), { sheet, references }]);
    this.notes.push(...sheet.notes);
    const directory = this.directories.get(table);
    if (!directory) return;
    for (const row of tableRows(sheet, table, references))
      if ("values" in row && typeof row.values.id === "string")
        directory.addOwn(row.values.id, String(row.values.name ?? row.values.id));
  }

  private takeTargets(understood: Understanding): void {
    const file = understood.sheet.name;
    const read = understood.failure
      ? undefined
      : readTargets(new SheetTable(understood, "targets", this.dataDate));
    if (!read) this.notes.push(note("targets-not-read", { file }));
    else if (read.unreadable.length > 0)
      this.notes.push(note("targets-unreadable", { file, places: read.unreadable }));
    this.targets = [...this.targets, ...(read?.targets ?? [])];
  }

  private refuse(sheet: UnreadableSheet, table: string | undefined): void {
    this.firstFailure ??= sheet.failure;
    if (table === undefined || table === "targets")
      this.notes.push(note("file-not-read", { file: sheet.name, why: sheet.failure.code }));
    else {
      const name = table as TableName;
      this.unreadable.set(name, [...(this.unreadable.get(name) ?? []), sheet]);
    }
  }

  private origins(): Map<TableName, TableOrigin> {
    const origins = new Map<TableName, TableOrigin>();
    for (const table of TABLE_NAMES) {
      const parts = this.parts.get(table) ?? [];
      const unreadable = this.unreadable.get(table) ?? [];
      const directory = this.directories.get(table);
      const isMentioned = directory !== undefined && !directory.hasFile && this.isReferredTo(table);
      if (isMentioned) this.notes.push(note("table-derived", { table: TABLES[table].name }, table));
      if (directory && directory.ambiguousIds > 0)
        this.notes.push(
          note("names-differ", { table: TABLES[table].name, count: directory.ambiguousIds }, table),
        );
      if (parts.length > 0 || isMentioned || unreadable.length > 0)
        origins.set(table, { table, parts, derived: directory, unreadable });
    }
    return origins;
  }

  /** True when a loaded table refers to it: a column that must be filled always does. */
  private isReferredTo(table: TableName): boolean {
    return Array.from(this.parts.values())
      .flat()
      .some(({ references }) =>
        references.some(
          ({ directory, idAt, nameAt, isOptional }) =>
            directory.table === table && (!isOptional || idAt !== undefined || nameAt !== undefined),
        ),
      );
  }

  private nothingLoaded(sheets: readonly { readonly name: string }[]): Failure {
    const file = sheets.map(({ name }) => name).join(", ");
    return this.firstFailure ?? failure("file-unknown-table", { file, possible: TABLE_NAMES });
  }
}

/** A sheet that cannot be read still says by its name what it would have held. */
const understandName = (sheet: UnreadableSheet, mapping: Mapping): Understanding =>
  understand({ name: sheet.name, headings: [], headingsLine: 1, records: () => [] }, mapping);

/** Tables in the order in which they are needed; targets and unknown ones last. */
const rankOf = ({ table }: Understanding): number => {
  const at = TABLE_NAMES.indexOf(table as TableName);
  return at < 0 ? TABLE_NAMES.length : at;
};

/** The rows of a table in order, those that cannot be read saying why. */
export function* rowsOf({ table, parts, derived, unreadable }: TableOrigin): Generator<FileRow> {
  for (const { name, failure: why } of unreadable) yield { origin: name, failure: why };
  for (const { sheet, references } of parts) yield* tableRows(sheet, table, references);
  if (derived) yield* derived.rows();
}

/** The number of rows of data to expect. */
export const countOf = ({ parts, derived }: TableOrigin): number =>
  parts.reduce((sum, { sheet }) => sum + sheet.count, 0) + (derived?.rows().length ?? 0);
