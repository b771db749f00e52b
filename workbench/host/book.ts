import { formatRectangle, quoteSheet } from "../../src/sales/a1";
import { contains, intersection } from "../../src/sales/rectangle";
import type { Grid, GridRange, SheetId } from "../grid/contract";
import { type Behaviours, behaviours as usualBehaviours } from "./behaviours";
import type {
  ChartState,
  ConditionalFormatState,
  NameState,
  SheetState,
  TableState,
  ValidationState,
  XmlPartState,
} from "./bookState";
import { newSheetState } from "./bookState";
import { relocateChart } from "./chartSeries";
import type { EventHub } from "./events";
import { Front } from "./front";
import type { HostObject } from "./objectModel";
import { PropertyBags } from "./objectModel";
import { accessDenied, invalidArgument, itemNotFound, OfficeError } from "./officeError";

/** Makers of the objects a request can reach; injected, so that each may lead to any other. */
export interface ObjectMakers {
  readonly workbook: () => HostObject;
  readonly worksheet: (id: SheetId) => HostObject;
  /** `reference`: the id under which later requests may find it again. */
  readonly range: (range: GridRange, reference?: string) => HostObject;
  readonly areas: (ranges: readonly GridRange[], reference?: string) => HostObject;
  readonly table: (table: TableState) => HostObject;
  readonly name: (name: NameState) => HostObject;
  readonly conditionalFormats: (range: GridRange) => HostObject;
  readonly dataValidation: (range: GridRange) => HostObject;
  readonly charts: (sheet: SheetId) => HostObject;
}

/** Callbacks of the workbook to its host. */
export interface BookHooks {
  /** Resolves as soon as a custom function is waiting for the add-in. */
  readonly functionWaits: () => Promise<void>;
  readonly onCreateWorkbook: (base64: string | null) => void;
  readonly onSave: () => void;
  /** True while several Excels have the workbook open. */
  readonly isShared: () => boolean;
}

const SETTLE_LIMIT_MS = 10_000;

/** The workbook's state outside the grid, and the one way to read, write and call an object. */
export class Book {
  readonly sheets = new Map<SheetId, SheetState>();
  readonly tables = new Map<string, TableState>();
  readonly names: NameState[] = [];
  readonly conditionalFormats = new Map<string, ConditionalFormatState>();
  readonly validations: ValidationState[] = [];
  readonly charts = new Map<string, ChartState>();
  readonly settings = new Map<string, unknown>();
  readonly xmlParts = new Map<string, XmlPartState>();
  readonly bags = new PropertyBags();
  private readonly references = new Map<string, readonly GridRange[]>();
  private readonly afterRequest = new Map<string, () => void>();
  private sequence = 0;
  private uncalculated = false;
  private formulasSeen = false;

  constructor(
    readonly grid: Grid,
    readonly events: EventHub,
    readonly hooks: BookHooks,
    /** The language in which cells are shown, e.g. `fr-FR`. */
    readonly locale: string,
    private readonly makers: (book: Book) => ObjectMakers,
    readonly behaviours: Behaviours = usualBehaviours(),
  ) {
    this.front = new Front(behaviours.workbookInFront);
    this.isStructureProtected = behaviours.structure === "protected";
    this.make = this.makers(this);
    for (const id of grid.sheetIds()) this.sheets.set(id, newSheetState(id));
    grid.onCellsChanged((_range, bySelf) => {
      if (!bySelf) this.formulasSeen = true;
      this.uncalculated = this.formulasSeen;
    });
  }

  readonly front: Front;
  /** Of the workbook, by a person or by an add-in. */
  isStructureProtected: boolean;
  readonly make: ObjectMakers;
  readonly root = () => this.make.workbook();

  /** A fresh id: `prefix` and a number that no other has. */
  newId(prefix: string): string {
    return `${prefix}${(++this.sequence).toString(16).padStart(8, "0")}`;
  }

  sequenceNow = () => this.sequence;
  continueIds(from: number): void {
    this.sequence = Math.max(this.sequence, from);
  }

  read(object: HostObject, name: string): unknown {
    const scalar = object.scalars?.[name];
    return scalar ? scalar.read() : this.bags.read(object.key, name);
  }

  write(object: HostObject, name: string, value: unknown): void {
    this.front.check(object.type, name);
    const scalar = object.scalars?.[name];
    if (!scalar) this.bags.write(object.key, name, value);
    else if (scalar.write) scalar.write(value);
    else throw invalidArgument(`${object.type}.${name} is read-only.`);
  }

  scalarNames(object: HostObject): readonly string[] {
    return [...Object.keys(object.scalars ?? {}), ...this.bags.names(object.key)];
  }

  call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    this.front.check(object.type, name);
    const method = object.methods?.[name];
    if (method) return method(...args);
    if (this.events.register(object, name)) return null;
    const items = object.items;
    if (items && name === "GetCount") return items().length;
    if (items && name === "GetItemOrNullObject") return object.item?.(args[0]) ?? null;
    if (items && (name === "GetItem" || name === "GetItemAt")) {
      const item = name === "GetItemAt" ? items()[Number(args[0])] : object.item?.(args[0]);
      if (!item) throw itemNotFound(String(args[0]));
      return item;
    }
    throw new OfficeError("NotImplemented", `${object.type}.${name} is not implemented by this host.`);
  }

  /** Keeps a range, or the areas of a RangeAreas, for later requests; answers its reference id. */
  keep(ranges: readonly GridRange[], areas = false): string {
    const id = this.newId(areas ? "areas" : "range");
    this.references.set(id, ranges);
    return id;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  releaseAll = () => this.references.clear();
  referenceCount = () => this.references.size;

  referenced(id: string): HostObject {
    const ranges = this.references.get(id);
    const [first] = ranges ?? [];
    if (!ranges || !first || !this.sheets.has(first.sheet))
      throw new OfficeError("InvalidReference", "This reference is not valid for the current operation.");
    return id.startsWith("areas") ? this.make.areas(ranges, id) : this.make.range(first, id);
  }

  /** Moves every range the workbook remembers, after rows or columns came or went. */
  relocate(sheet: SheetId, move: (range: GridRange) => GridRange | undefined): void {
    const moved = (range: GridRange) => (range.sheet === sheet ? move(range) : range);
    for (const [id, ranges] of this.references)
      this.references.set(
        id,
        ranges.flatMap((range) => moved(range) ?? []),
      );
    for (const table of [...this.tables.values()]) {
      const range = moved(table.range);
      if (range) table.range = range;
      else this.tables.delete(table.id);
    }
    for (const format of [...this.conditionalFormats.values()]) {
      const range = moved(format.range);
      if (range) format.range = range;
      else this.conditionalFormats.delete(format.id);
    }
    for (const list of [...this.validations]) {
      const range = moved(list.range);
      if (range) list.range = range;
      else this.validations.splice(this.validations.indexOf(list), 1);
    }
    for (const chart of this.charts.values()) relocateChart(chart, moved);
    for (const name of this.names)
      if (typeof name.refersTo !== "string") name.refersTo = moved(name.refersTo) ?? "=#REF!";
  }

  /** Gives the grid a name's reference; a sheet's own names stay with the host. */
  publishName(name: NameState): void {
    if (name.sheet === undefined) this.grid.setName(name.name, this.refersTo(name));
  }

  /** Tells the grid anew the names that lead into a sheet, when that changed its own. */
  publishNames(sheet: SheetId): void {
    for (const name of this.names)
      if (typeof name.refersTo !== "string" && name.refersTo.sheet === sheet) this.publishName(name);
  }

  /** The reference of a name, as Excel writes it but without `=`: `Feuil1!$A$1`. */
  refersTo({ refersTo: to }: NameState): string {
    return typeof to === "string"
      ? to.slice(1)
      : `${quoteSheet(this.grid.sheetName(to.sheet))}!${formatRectangle(to, true)}`;
  }

  dropName(name: NameState): void {
    this.names.splice(this.names.indexOf(name), 1);
    if (name.sheet === undefined) this.grid.removeName(name.name);
  }

  /** A sheet goes: its own names go, those that led into it lead nowhere. */
  dropNames(sheet: SheetId): void {
    for (const name of [...this.names]) {
      if (name.sheet === sheet) this.dropName(name);
      else if (typeof name.refersTo !== "string" && name.refersTo.sheet === sheet) name.refersTo = "=#REF!";
    }
  }

  state(sheet: SheetId): SheetState {
    const state = this.sheets.get(sheet);
    if (!state) throw itemNotFound("worksheet");
    return state;
  }

  /** `Feuil1!A1:B2`, as Excel writes an address. */
  address(range: GridRange): string {
    return `${quoteSheet(this.grid.sheetName(range.sheet))}!${formatRectangle(range)}`;
  }

  sheetNamed(name: string): SheetId | undefined {
    const wanted = name.toUpperCase();
    return this.grid.sheetIds().find((id) => this.grid.sheetName(id).toUpperCase() === wanted);
  }

  /** Refuses a write into a protected sheet, except into its unlocked cells. */
  assertWritable(range: GridRange): void {
    const { protection, unlocked } = this.state(range.sheet);
    if (protection && !unlocked.some((free) => contains(free, range)))
      throw accessDenied(`the worksheet ${this.grid.sheetName(range.sheet)} is protected.`);
  }

  /** Refuses what changes a protected sheet as a whole: panes, paper. */
  assertUnprotected(sheet: SheetId): void {
    if (this.state(sheet).protection)
      throw accessDenied(`the worksheet ${this.grid.sheetName(sheet)} is protected.`);
  }

  /** Refuses to add, remove, move, rename, colour, hide or show sheets of a protected workbook. */
  assertStructure(): void {
    if (this.isStructureProtected) throw accessDenied("the workbook's structure is protected.");
  }

  tablesOver(range: GridRange): TableState[] {
    return [...this.tables.values()].filter(
      (table) => table.range.sheet === range.sheet && intersection(table.range, range) !== undefined,
    );
  }

  formatsOver(range: GridRange): ConditionalFormatState[] {
    return [...this.conditionalFormats.values()].filter(
      (format) => format.range.sheet === range.sheet && intersection(format.range, range) !== undefined,
    );
  }

  removeConditionalFormat(id: string): void {
    const format = this.conditionalFormats.get(id);
    if (!format) return;
    this.conditionalFormats.delete(id);
    this.grid.removeConditionalFormat(format.range.sheet, id);
  }

  recalculate(sheet?: SheetId): void {
    this.formulaWritten();
    this.grid.recalculate(sheet);
  }

  formulaWritten(): void {
    this.formulasSeen = true;
    this.uncalculated = true;
  }

  /** Waits for the calculation after a write; not for custom functions, which may need this host. */
  async calculated(): Promise<void> {
    if (!this.uncalculated) return;
    const settled = this.grid.settled(SETTLE_LIMIT_MS).then(
      () => true,
      () => false,
    );
    const done = await Promise.race([settled, this.hooks.functionWaits().then(() => false)]);
    if (done) this.uncalculated = false;
  }

  /** Does something once at the end of the request, however often it is asked for. */
  later(what: string, work: () => void): void {
    this.afterRequest.set(what, work);
  }

  finishRequest(): void {
    const work = [...this.afterRequest.values()];
    this.afterRequest.clear();
    for (const task of work) task();
  }
}
