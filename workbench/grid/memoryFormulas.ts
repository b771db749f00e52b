import { intersection } from "../../src/sales/rectangle";
import type {
  CellScalar,
  CellView,
  CustomFunctionAnswer,
  CustomFunctionRunner,
  GridRange,
  SheetId,
} from "./contract";
import { type Argument, type PlainFormula, parsePlainFormula } from "./memoryFormula";
import { cellKey, columnOf, type MemoryCell, type MemorySheet, rowOf } from "./memorySheet";

type Matrix = readonly (readonly CellScalar[])[];

type Reference = { readonly sheet?: string; readonly local: string } | string;

interface Surroundings {
  readonly sheet: (id: SheetId) => MemorySheet;
  readonly resolve: (reference: Reference, from: SheetId) => GridRange | undefined;
  readonly values: (range: GridRange) => CellView[][];
}

interface Watched {
  readonly sheet: SheetId;
  readonly key: number;
  readonly formula: PlainFormula;
}

const error = (code: string): CustomFunctionAnswer => ({ error: code });

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
    const parsed = parsePlainFormula(formula);
    if (parsed.kind === "broken") return { error: `Not a formula: ${formula}` };
    const key = cellKey(row, column);
    this.remove(sheet, key);
    this.around.sheet(sheet).cells.set(key, { value: "#BUSY!", isError: true, formula });
    this.watch({ sheet, key, formula: parsed });
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
      const looks = references(cell.formula).some((reference) => {
        const seen = this.around.resolve(reference, cell.sheet);
        return seen?.sheet === range.sheet && intersection(seen, range) !== undefined;
      });
      if (looks) this.calculate(cell);
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
      if (cell.formula !== undefined) this.watch({ sheet, key, formula: parsePlainFormula(cell.formula) });
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

  private watch(cell: Watched): void {
    this.watched.set(`${cell.sheet}/${cell.key}`, cell);
    this.calculate(cell);
  }

  private calculate(cell: Watched): void {
    const { formula } = cell;
    if (formula.kind === "argument") {
      this.place(cell, { value: this.evaluate(formula.argument, cell.sheet) });
      return;
    }
    const run = formula.kind === "call" ? this.functions.get(formula.name) : undefined;
    if (formula.kind !== "call" || !run) {
      this.place(cell, error("#NAME?"));
      return;
    }
    const args = formula.args.map((argument) => this.evaluate(argument, cell.sheet));
    const sheet = this.around.sheet(cell.sheet);
    const task = run(formula.name, args, `${sheet.name}!${rowOf(cell.key)},${columnOf(cell.key)}`)
      .catch(() => error("#VALUE!"))
      .then((answer) => {
        this.pending.delete(task);
        if (this.watched.get(`${cell.sheet}/${cell.key}`) === cell) this.place(cell, answer);
      });
    this.pending.add(task);
  }

  private evaluate(argument: Argument, sheet: SheetId): CellScalar | Matrix {
    if (argument.kind === "literal") return argument.value;
    const range = this.around.resolve(argument.kind === "name" ? argument.name : argument, sheet);
    if (!range) return "#NAME?";
    const values = this.around.values(range).map((row) => row.map((view) => view.value));
    return range.rows === 1 && range.columns === 1 ? (values[0]?.[0] ?? null) : values;
  }

  private place(cell: Watched, answer: CustomFunctionAnswer): void {
    const { cells } = this.around.sheet(cell.sheet);
    const origin = cells.get(cell.key);
    if (!origin) return;
    this.retract(cell.sheet, cell.key, origin);
    const [row, column] = [rowOf(cell.key), columnOf(cell.key)];
    if ("error" in answer) {
      Object.assign(origin, { value: answer.error, isError: true });
      return;
    }
    const matrix: Matrix = Array.isArray(answer.value)
      ? (answer.value as Matrix)
      : [[answer.value as CellScalar]];
    const [rows, columns] = [matrix.length, matrix[0]?.length ?? 0];
    const room = matrix.flatMap((line, r) => line.map((_value, c) => cellKey(row + r, column + c)));
    const blocked = room.some((key) => key !== cell.key && (cells.get(key)?.value ?? null) !== null);
    if (blocked) Object.assign(origin, { value: "#SPILL!", isError: true });
    else {
      room.forEach((key, index) => {
        // An empty value of a formula shows as zero, as in Excel; inside a matrix too.
        const value = matrix[Math.floor(index / columns)]?.[index % columns] ?? 0;
        if (key === cell.key) Object.assign(origin, { value, isError: false });
        else cells.set(key, { value, isError: false, spilledFrom: cell.key });
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
      if (this.placing.has(cell)) continue;
      const ranges = references(cell.formula).map((reference) => this.around.resolve(reference, cell.sheet));
      if (ranges.some((seen) => seen?.sheet === range.sheet && intersection(seen, range)))
        this.calculate(cell);
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

function references(formula: PlainFormula): Reference[] {
  const args = formula.kind === "call" ? formula.args : formula.kind === "argument" ? [formula.argument] : [];
  return args.flatMap((argument): Reference[] =>
    argument.kind === "literal" ? [] : argument.kind === "name" ? [argument.name] : [argument],
  );
}
