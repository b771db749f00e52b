import { TABLE_NAMES, TABLES, type TableName } from "../sales/schema";
import type { SalesData, Table } from "../sales/tables";
import { encodeTable } from "../workbook/store/encode";
import {
  emptyMeta,
  generationWrite,
  type MetaWrite,
  SCHEMA_VERSION,
  type StoredTable,
} from "../workbook/store/meta";
import { META_SHEET, sheetName, tableName } from "../workbook/store/names";
import { EMPTY_SHEET, type SheetModel } from "../xlsx";

/** The slot of a new workbook's first generation. */
const SLOT = "a";

/**
 * The very hidden sheets of a workbook file, as a refresh in Excel would leave them: the add-in then finds its data
 * when it opens the file. Number formats are left out: a file marks texts as such without them, and at a million cells
 * they take longer to write than the cells. `id` identifies the generation.
 */
export function hiddenSheets(data: SalesData, id: string): readonly SheetModel[] {
  const encoded = TABLE_NAMES.map((name) => encode(data.tables[name]));
  const tables = Object.fromEntries(encoded.map(({ name, stored }) => [name, stored]));
  const pointer = generationWrite({
    schema: SCHEMA_VERSION,
    id,
    last: {},
    provenance: data.provenance,
    tables,
  });
  return [metaSheet([emptyMeta(), pointer]), ...encoded.map(({ sheet }) => sheet)];
}

interface Encoded {
  readonly name: TableName;
  readonly sheet: SheetModel;
  readonly stored: StoredTable;
}

function encode(table: Table): Encoded {
  const blocks: SheetModel["blocks"][number][] = [];
  const stored = encodeTable(table, ({ row, cells }) => blocks.push({ row, column: 0, values: cells }));
  return { name: table.name, sheet: tableSheet(table, blocks), stored: { ...stored, slot: SLOT } };
}

function tableSheet({ name, length }: Table, blocks: SheetModel["blocks"]): SheetModel {
  const { columns } = TABLES[name];
  const rows = length + 1;
  return {
    ...BLANK,
    name: sheetName(SLOT, name),
    blocks,
    tables: [
      {
        name: tableName(SLOT, name),
        // Excel wants one row under the headings, even if it is empty.
        range: { row: 0, column: 0, rows: Math.max(rows, 2), columns: columns.length },
        columns: columns.map((column) => column.name),
      },
    ],
  };
}

const metaSheet = (writes: readonly MetaWrite[]): SheetModel => ({
  ...BLANK,
  name: META_SHEET,
  blocks: writes.map(({ area, values }) => ({ row: area.row, column: area.column, values })),
});

const BLANK = { ...EMPTY_SHEET, visibility: "veryHidden" } as const;
