import { salesData } from "../sales/builder";
import { NO_DAY } from "../sales/calendar";
import { Checksum } from "../sales/checksum";
import { failed, type Result, success } from "../sales/failure";
import { TABLE_NAMES, TABLES, type TableName } from "../sales/schema";
import type { Column, Provenance, SalesData, Table } from "../sales/tables";

/** Version of the packed text; a newer one is refused with `workbook-newer-schema`. */
const PACK_VERSION = 1;

/** Characters of a cell: Google takes 50,000; less, so that no way of counting them comes above. */
const PIECE = 49_000;

/** Before each piece, so that none is read as a formula, a number or a marked text. */
const GUARD = "|";

/** Data as texts for cells, one below the other. */
export interface Packed {
  readonly pieces: readonly string[];
  /** Eight hexadecimal digits over all pieces. */
  readonly checksum: string;
}

/** A text column's codes are left out where row n holds text n, as ids do. */
type PackedColumn =
  | { readonly dictionary: readonly string[]; readonly codes?: readonly number[] }
  | { readonly numbers: readonly (number | null)[] };

interface PackedTable {
  readonly length: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

interface PackedData {
  readonly version: number;
  readonly tables: Readonly<Record<string, PackedTable>>;
}

/** Packs the columns of all tables; `unpack` gives equal data back. Provenance stands in the meta cell. */
export function pack({ tables }: SalesData): Packed {
  const packed: PackedData = {
    version: PACK_VERSION,
    tables: Object.fromEntries(TABLE_NAMES.map((name) => [name, packTable(tables[name])])),
  };
  const pieces = cut(JSON.stringify(packed));
  return { pieces, checksum: checksumOf(pieces) };
}

/**
 * Reads packed cells. Fails with `workbook-damaged` where a piece is missing or was changed, with
 * `workbook-newer-schema` {found, known} where a newer Vigie wrote them.
 */
export function unpack({ pieces, checksum }: Packed, provenance: Provenance): Result<SalesData> {
  if (checksumOf(pieces) !== checksum) return failed("workbook-damaged");
  const packed = JSON.parse(pieces.map((piece) => piece.slice(GUARD.length)).join("")) as PackedData;
  if (packed.version > PACK_VERSION)
    return failed("workbook-newer-schema", { found: packed.version, known: PACK_VERSION });
  const tables = TABLE_NAMES.flatMap((name) => {
    const table = packed.tables[name];
    return table ? [unpackTable(name, table)] : [];
  });
  return success(salesData(provenance, tables));
}

function checksumOf(pieces: readonly string[]): string {
  const checksum = new Checksum(1);
  for (const piece of pieces) checksum.add(0, piece);
  return checksum.digest();
}

/** Pieces of whole characters: half of a surrogate pair would not survive a cell. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = Math.min(from + PIECE, text.length);
    const isPairCut = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    const to = isPairCut ? end - 1 : end;
    pieces.push(GUARD + text.slice(from, to));
    from = to;
  }
  return pieces;
}

const packTable = ({ length, columns }: Table): PackedTable => ({
  length,
  columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, packColumn(column)])),
});

function packColumn(column: Column): PackedColumn {
  switch (column.kind) {
    case "text": {
      const isIdentity = column.codes.every((code, row) => code === row);
      return {
        dictionary: column.dictionary,
        ...(!isIdentity && { codes: Array.from(column.codes) }),
      };
    }
    case "date":
      return { numbers: Array.from(column.days, (day) => (day === NO_DAY ? null : day)) };
    case "money":
      return { numbers: Array.from(column.units, orNull) };
    case "number":
      return { numbers: Array.from(column.values, orNull) };
  }
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** A column the packed table lacks is empty throughout, as in a table of an older schema. */
function unpackTable(name: TableName, { length, columns }: PackedTable): Table {
  return {
    name,
    length,
    columns: Object.fromEntries(
      TABLES[name].columns.map((spec) => [spec.name, unpackColumn(spec.kind, length, columns[spec.name])]),
    ),
  };
}

function unpackColumn(kind: string, length: number, packed: PackedColumn | undefined): Column {
  if (kind === "date") {
    const days = new Int32Array(length).fill(NO_DAY);
    fill(days, packed);
    return { kind: "date", days };
  }
  if (kind === "money" || kind === "number" || kind === "count" || kind === "share") {
    const numbers = new Float64Array(length).fill(Number.NaN);
    fill(numbers, packed);
    return kind === "money" ? { kind, units: numbers } : { kind: "number", values: numbers };
  }
  const { dictionary = [], codes } = packed && "dictionary" in packed ? packed : {};
  const read = codes
    ? Int32Array.from(codes)
    : Int32Array.from({ length }, (_, row) => (row < dictionary.length ? row : -1));
  return { kind: "text", codes: read, dictionary };
}

function fill(array: Int32Array | Float64Array, packed: PackedColumn | undefined): void {
  if (!packed || !("numbers" in packed)) return;
  const { numbers } = packed;
  for (let row = 0; row < array.length; row++) {
    const value = numbers[row];
    if (typeof value === "number") array[row] = value;
  }
}
