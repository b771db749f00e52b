import { salesData, TableBuilder } from "../../src/sales/builder";
import { TABLE_NAMES, TABLES, type TableName } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import { invoicingOf, type SalesData, type Value } from "../../src/sales/tables";
import type { Target } from "../../src/sales/targets";

/** Texts that spreadsheets like to misread. */
export const TRICKY_TEXTS = [
  "=cmd|' /C calc'!A0",
  "=SUM(A1:A9)",
  "+33 6 12 34 56 78",
  "-12",
  "@SUM(A1)",
  "'x",
  "''",
  "'=1+1",
  "\t=1",
  "2024-03",
  "1/2",
  "0012",
  "1E5",
  "TRUE",
  "VRAI",
  "Ünïcødé “guillemets” «»",
  "🧊❄️👩‍🔧 climatiseur",
  "مرحبا",
  'quote " and \\ backslash',
  "line\nbreak",
  "x".repeat(32_000),
];

const NUMBERS = [0, 1, -1, 0.1, 12.3456, -99_999.9999, 1e9, 0.30000000000000004, 1234.5];

/** The row's value in a column: of every kind, tricky, now and then empty where the schema lets it. */
function sampleValue(
  table: TableName,
  column: (typeof TABLES)[TableName]["columns"][number],
  row: number,
): Value {
  if (column.optional && row % 5 === 3) return null;
  switch (column.kind) {
    case "id":
      return row < TRICKY_TEXTS.length && table === "customers" ? TRICKY_TEXTS[row]! : `${table}-${row}`;
    case "text":
      return TRICKY_TEXTS[(row * 7 + column.name.length) % TRICKY_TEXTS.length]!;
    case "ref":
      return `${column.table}-${row % 3}`;
    case "choice":
      return column.choices![row % column.choices!.length]!;
    case "date":
      return 19_000 + row;
    case "money":
      return NUMBERS[row % (NUMBERS.length - 2)]!;
    case "number":
      return NUMBERS[row % NUMBERS.length]!;
    case "count":
      return row * 10;
    case "share":
      return (row % 11) / 10;
  }
}

export interface Sample {
  readonly frames: readonly RefreshFrame[];
  readonly data: SalesData;
}

export interface SampleOptions {
  /** Rows of each table; the others are empty. */
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
  /** Shifts every row, so that two samples differ everywhere. */
  readonly seed?: number;
  readonly chunkRows?: number;
  readonly tables?: readonly TableName[];
  readonly targets?: readonly Target[];
  /** Every text of this table becomes some 30,000 characters long: megabytes in few rows. */
  readonly bulky?: TableName;
}

/** A refresh as a source would stream it, and the data it stands for. */
export function sample({
  rows,
  seed = 0,
  chunkRows = 50,
  tables = TABLE_NAMES,
  targets,
  bulky,
}: SampleOptions): Sample {
  const start = { source: "demo", sourceLabel: "=Démo", dataDate: 20_000 + seed };
  const refreshedAt = `2026-11-23T08:30:0${seed % 10}.000Z`;
  const frames: RefreshFrame[] = [{ type: "start", ...start, tables }];
  const built = tables.map((table) => {
    const builder = new TableBuilder(table);
    const count = rows[table] ?? 0;
    frames.push({ type: "table", table, expectedRows: count });
    for (let from = 0; from < count; from += chunkRows) {
      const size = Math.min(chunkRows, count - from);
      const columns = Object.fromEntries(
        TABLES[table].columns.map((column) => [
          column.name,
          Array.from({ length: size }, (_, index) =>
            table === bulky && column.kind === "text"
              ? `${from + index + seed}${"é".repeat(15_000)}`
              : sampleValue(table, column, from + index + seed),
          ),
        ]),
      );
      builder.append(size, columns);
      frames.push({ type: "chunk", table, rows: size, columns });
    }
    frames.push({ type: "table-end", table, rows: count, rejectedCount: 0, rejected: [] });
    return builder.finish();
  });
  if (targets) frames.push({ type: "targets", targets });
  const totalRows = tables.reduce((sum, table) => sum + (rows[table] ?? 0), 0);
  frames.push({ type: "end", refreshedAt, totalRows });
  return { frames, data: salesData({ ...start, refreshedAt, ...invoicingOf(tables) }, built) };
}

/** Every table with some rows. */
export const everyTable = (rows: number): Record<TableName, number> =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, rows])) as Record<TableName, number>;

export async function* streamed(frames: readonly RefreshFrame[]): AsyncGenerator<RefreshFrame> {
  yield* frames;
}
