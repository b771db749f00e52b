import { fromMoneyUnits } from "./money";
import type { TableName } from "./schema";
import type { Column, SalesData, Table } from "./tables";
import type { Text } from "./text";

/**
 * A number that the CRM computed itself (SOQL `COUNT`, `read_group`, `search_count`), to be compared with the same
 * number of the workbook: rows of a table, or the sum of one of its columns in the reporting currency.
 */
export interface CrmAggregate {
  readonly table: TableName;
  /** `rows`, or a money or number column of the table's schema. */
  readonly measure: string;
  readonly value: number;
  /** An intended difference: a part that only the CRM's or only the workbook's number counts. */
  readonly difference?: Text;
}

/** The CRM's number beside the workbook's. */
export interface Compared extends CrmAggregate {
  /** Undefined where the workbook has no column for the CRM's number. */
  readonly workbook: number | undefined;
  /** Rows of the table that the last refresh set aside: they are in the CRM's number only. Undefined when unknown. */
  readonly setAside: number | undefined;
  readonly agrees: boolean;
}

/** Sums of cents computed by others in floating point may differ behind the cent. */
const HALF_A_CENT = 0.005;

export function compareWith(
  aggregates: readonly CrmAggregate[],
  { tables }: SalesData,
  setAside: Readonly<Partial<Record<TableName, number>>> | undefined,
): readonly Compared[] {
  return aggregates.map((aggregate) => {
    const workbook = measureOf(tables[aggregate.table], aggregate.measure);
    return {
      ...aggregate,
      workbook,
      setAside: setAside && (setAside[aggregate.table] ?? 0),
      agrees: workbook !== undefined && Math.abs(workbook - aggregate.value) < HALF_A_CENT,
    };
  });
}

function measureOf(table: Table, measure: string): number | undefined {
  if (measure === "rows") return table.length;
  const column = Object.hasOwn(table.columns, measure) ? table.columns[measure] : undefined;
  return column && sumOf(column);
}

/** Empty cells count nothing; texts and dates have no sum. */
function sumOf(column: Column): number | undefined {
  if (column.kind === "money") return fromMoneyUnits(column.units.reduce(addPresent, 0));
  if (column.kind === "number") return column.values.reduce(addPresent, 0);
  return undefined;
}

const addPresent = (sum: number, value: number): number => (Number.isNaN(value) ? sum : sum + value);
