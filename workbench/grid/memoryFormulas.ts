import {
  type CellsNode,
  errorCode,
  evaluate,
  Fault,
  type FormulaNode,
  fault,
  isFault,
  type Matrix,
  type NameNode,
  type Need,
  parseFormula,
  referencesIn,
  settle,
  single,
} from "../../src/formula";
import { failure } from "../../src/sales/failure";
import { overlaps } from "../../src/sales/rectangle";
import type { CellView, CustomFunctionAnswer, CustomFunctionRunner, GridRange, SheetId } from "./contract";
import { cellKey, columnOf, type MemoryCell, type MemorySheet, rowOf } from "./memorySheet";

interface Surroundings {
  readonly sheet: (id: SheetId) => MemorySheet;
  /** The cells a formula of that sheet refers to; undefined where there are none. */
  readonly locate: (reference: NameNode | CellsNode, from: SheetId) => GridRange | undefined;
  readonly values: (range: GridRange) => CellView[][];
}

interface Watched {
  readonly sheet: SheetId;
  readonly key: number;
  /** Undefined for a formula that Excel would take and this grid cannot read. */
  readonly formula: FormulaNode | undefined;
  /** Each name and range that it refers to, once. */
  readonly references: readonly (NameNode | CellsNode)[];
}

/** An error as a cell or a custom function gave it. */
class ShownFault extends Fault {
  constructor(readonly shown: string) {
    super(failure("internal"));
  }
}

const shownOf = (broken: Fault): string =>
  broken instanceof ShownFault ? broken.shown : errorCode(broken.failure);

/** Reads a formula; undefined where this grid cannot, and refused where Excel would not take it. */
function read(formula: string): { readonly node?: FormulaNode; readonly isRefused: boolean } {
  const parsed = parseFormula(formula);
  if (parsed.ok) return { node: parsed.value, isRefused: false };
  const at = formula[Number(parsed.failure.params.position) - 1];
  // What ends too soon, or goes on after its end, is no formula; the rest may be one that is not understood here.
  return { isRefused: at === undefined || at === ")" || at === '"' };
}

function distinctReferences(formula: FormulaNode | undefined): Watched["references"] {
  if (!formula) return [];
  const references = referencesIn(formula).map(
    (reference) =>
      [
        reference.kind === "name" ? reference.name : `${reference.sheet}!${reference.text}`,
        reference,
      ] as const,
  );
  return [...new Map(references).values()];
}

/** The formula cells of the plain grid: evaluation, spill, and recalculation when what they refer to changes. */
export class MemoryFormulas {
  private readonly watched = new Map<string, Watched>();
  private readonly functions = new Map<string, CustomFunctionRunner>();
  private readonly pending = new Set<Promise<void>>();
  /** Cells whose answer is being put down: a circle of references ends there. */
  private readonly placing = new Set<Watched>();

  constructor(private readonly around: Surroundings) {}

  register(names: readonly string[], run: CustomFunctionRunner): void {
    for (const name of names) this.functions.set(name.toUpperCase(), run);
  }

  write(sheet: SheetId, row: number, column: number, formula: string): { readonly error?: string } {
    const { node, isRefused } = read(formula);
    if (isRefused) return { error: `Not a formula: ${formula}` };
    const key = cellKey(row, column);
    this.remove(sheet, key);
    this.around.sheet(sheet).cells.set(key, { value: "#BUSY!", isError: true, formula });
    this.watch(sheet, key, node);
    return {};
  }

  /** Removes a cell's content; a spill over it loses its room and says `#SPILL!`. */
  remove(sheet: SheetId, key: number): void {
    const { cells } = this.around.sheet(sheet);
    const cell = cells.get(key);
    if (!cell) return;
    if (cell.formula !== undefined) {
      this.watched.delete(`${sheet}/${key}`);
      this.retract(sheet, key, cell);
    } else if (cell.spilledFrom !== undefined) {
      const origin = cells.get(cell.spilledFrom);
      if (origin) {
        this.retract(sheet, cell.spilledFrom, origin);
        Object.assign(origin, { value: "#SPILL!", isError: true });
      }
    }
  }

  /** Calculates again the formulas that look at the range. */
  touched(range: GridRange): void {
    for (const cell of [...this.watched.values()]) {
      if (this.looksAt(cell, range)) this.calculate(cell);
    }
  }

  recalculate(sheets: readonly SheetId[]): void {
    for (const cell of [...this.watched.values()]) if (sheets.includes(cell.sheet)) this.calculate(cell);
  }

  forget(sheet: SheetId): void {
    for (const [id, cell] of this.watched) if (cell.sheet === sheet) this.watched.delete(id);
  }

  /** Watches the formulas a sheet holds, after its cells moved; spilled cells are filled anew. */
  adopt(sheet: SheetId): void {
    const { cells } = this.around.sheet(sheet);
    for (const [key, cell] of [...cells]) {
      if (cell.spilledFrom !== undefined) cells.delete(key);
      cell.spill = undefined;
    }
    for (const [key, cell] of [...cells])
      if (cell.formula !== undefined) this.watch(sheet, key, read(cell.formula).node);
  }

  async settled(timeoutMs: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`Not settled after ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      while (this.pending.size > 0) await Promise.race([Promise.all(this.pending), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private watch(sheet: SheetId, key: number, formula: FormulaNode | undefined): void {
    const cell = { sheet, key, formula, references: distinctReferences(formula) };
    this.watched.set(`${sheet}/${key}`, cell);
    this.calculate(cell);
  }

  private looksAt(cell: Watched, range: GridRange): boolean {
    return cell.references.some((reference) => {
      const seen = this.around.locate(reference, cell.sheet);
      return seen?.sheet === range.sheet && overlaps(seen, range);
    });
  }

  private calculate(cell: Watched): void {
    const { formula } = cell;
    if (!formula) {
      this.place(cell, single(new ShownFault("#NAME?")));
      return;
    }
    const known = evaluate(formula, (need) => this.valueOf(need, cell.sheet));
    if (known) {
      this.place(cell, known);
      return;
    }
    const sheet = this.around.sheet(cell.sheet);
    const address = `${sheet.name}!${rowOf(cell.key)},${columnOf(cell.key)}`;
    const task = settle(
      (answers) => evaluate(formula, (need) => this.valueOf(need, cell.sheet) ?? answers(need)),
      (needs) => Promise.all(needs.map((need) => this.run(need, address))),
    ).then((answer) => {
      this.pending.delete(task);
      if (this.watched.get(`${cell.sheet}/${cell.key}`) === cell) this.place(cell, answer);
    });
    this.pending.add(task);
  }

  /** The grid's own value for a formula's need; undefined for the answer of a custom function. */
  private valueOf(need: Need, sheet: SheetId): Matrix | undefined {
    if (need.kind === "call")
      return this.functions.has(need.name) ? undefined : single(fault("function-unknown"));
    const range = this.around.locate(need, sheet);
    if (!range) return single(new ShownFault(need.kind === "name" ? "#NAME?" : "#REF!"));
    const views = this.around.values(range);
    return views.map((row) =>
      row.map(({ value, isError }) => (isError ? new ShownFault(String(value)) : value)),
    );
  }

  private async run(need: Need, address: string): Promise<Matrix> {
    if (need.kind !== "call") return single(null);
    const answer: CustomFunctionAnswer | undefined = await this.functions
      .get(need.name)?.(need.name, need.args, address)
      .catch(() => undefined);
    if (!answer) return single(new ShownFault("#VALUE!"));
    if ("error" in answer) return single(new ShownFault(answer.error));
    return Array.isArray(answer.value) ? (answer.value as Matrix) : single(answer.value as string | number);
  }

  private place(cell: Watched, matrix: Matrix): void {
    const { cells } = this.around.sheet(cell.sheet);
    const origin = cells.get(cell.key);
    if (!origin) return;
    this.retract(cell.sheet, cell.key, origin);
    const [row, column] = [rowOf(cell.key), columnOf(cell.key)];
    const [rows, columns] = [matrix.length, matrix[0]?.length ?? 0];
    const room = matrix.flatMap((line, r) => line.map((_value, c) => cellKey(row + r, column + c)));
    const blocked = room.some((key) => key !== cell.key && (cells.get(key)?.value ?? null) !== null);
    if (blocked) Object.assign(origin, { value: "#SPILL!", isError: true });
    else {
      room.forEach((key, index) => {
        // An empty value of a formula shows as zero, as in Excel; inside a matrix too.
        const found = matrix[Math.floor(index / columns)]?.[index % columns] ?? 0;
        const isError = isFault(found);
        const value = isError ? shownOf(found) : found;
        if (key === cell.key) Object.assign(origin, { value, isError });
        else cells.set(key, { value, isError, spilledFrom: cell.key });
      });
      if (rows * columns > 1) origin.spill = { rows, columns };
    }
    const filled: GridRange = {
      sheet: cell.sheet,
      row,
      column,
      rows: blocked ? 1 : rows,
      columns: blocked ? 1 : columns,
    };
    this.touchedExcept(filled, cell);
  }

  private touchedExcept(range: GridRange, source: Watched): void {
    this.placing.add(source);
    for (const cell of [...this.watched.values()]) {
      if (!this.placing.has(cell) && this.looksAt(cell, range)) this.calculate(cell);
    }
    this.placing.delete(source);
  }

  /** Empties the cells a formula had spilled into. */
  private retract(sheet: SheetId, key: number, origin: MemoryCell): void {
    if (!origin.spill) return;
    const { cells } = this.around.sheet(sheet);
    const room = { row: rowOf(key), column: columnOf(key), ...origin.spill };
    for (let r = 0; r < room.rows; r++)
      for (let c = 0; c < room.columns; c++) {
        const other = cellKey(room.row + r, room.column + c);
        if (cells.get(other)?.spilledFrom === key) cells.delete(other);
      }
    origin.spill = undefined;
  }
}
