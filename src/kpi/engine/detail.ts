import { formatIsoDay, NO_DAY } from "../../sales/calendar";
import { fromMoneyUnits } from "../../sales/money";
import { type ColumnSpec, TABLES, type TableName } from "../../sales/schema";
import type { Column, Table } from "../../sales/tables";
import type { DimensionId, KpiDefinition, Measure } from "../definition";
import { measuresOf } from "../measures";
import type { SpillTable } from "../source";
import { textAt } from "./columns";
import type { Members } from "./members";
import { RowsInSlice } from "./rows";
import type { Slice } from "./slice";
import type { Tallies } from "./tallies";
import { sumParts } from "./vectors";

type Cell = string | number | null;

interface DetailColumn {
  readonly heading: ColumnSpec["caption"];
  cell(row: number): Cell;
}

/** Owner of the rows: a KPI, or a term of one. */
type Counted = Pick<KpiDefinition, "value">;

/** References whose members people know by name. */
const DIMENSION_OF_TABLE: Partial<Record<TableName, DimensionId>> = {
  customers: "client",
  salespeople: "commercial",
  products: "produit",
  points_of_sale: "point de vente",
};

/** The rows behind a KPI's number: those of its measure, or of all its measures over the first one's table and date. */
export class Details {
  constructor(
    private readonly tallies: Tallies,
    private readonly members: Members,
  ) {}

  /** Number of rows behind a KPI within a slice. */
  rowCount(kpi: Counted, slice: Slice): number {
    return this.rows(kpi, slice).total;
  }

  private rows(kpi: Counted, slice: Slice): RowsInSlice {
    const selections = shownMeasures(kpi).map((measure) => this.tallies.selection(measure));
    return new RowsInSlice(selections, this.members, slice);
  }

  /**
   * At most `limit` rows, newest first. Columns are the schema's, with names instead of ids and days as ISO dates;
   * a last column where the KPI counts no plain column.
   */
  table(kpi: KpiDefinition, slice: Slice, limit: number): SpillTable {
    const [measure] = measuresOf(kpi) as [Measure];
    const { table } = this.tallies.selection(measure);
    const columns = TABLES[measure.table].columns.map((spec) => this.column(table, spec));
    if (measure.kind === "sum" && (measure.minus !== undefined || measure.weightedBy !== undefined))
      columns.push(countedColumn(kpi, table, measure));
    const { rows, total } = this.rows(kpi, slice).newest(limit);
    return {
      headings: columns.map(({ heading }) => heading),
      rows: Array.from(rows, (row) => columns.map(({ cell }) => cell(row))),
      omitted: total - rows.length,
    };
  }

  private column(table: Table, { name, caption, table: referred }: ColumnSpec): DetailColumn {
    const dimension = name === "channel" ? "canal" : referred && DIMENSION_OF_TABLE[referred];
    if (!dimension) {
      const column = table.columns[name]!;
      return { heading: caption, cell: (row) => plainCell(column, row) };
    }
    const codes = this.members.codes(table.name, dimension);
    const { labels } = this.members.directory(dimension);
    const present = table.columns[name]!;
    return {
      heading: caption,
      cell: (row) => (plainCell(present, row) === null ? null : labels[codes[row]!]!),
    };
  }
}

function shownMeasures(kpi: Counted): readonly Measure[] {
  const [first, ...others] = measuresOf(kpi) as [Measure, ...Measure[]];
  const alike = ({ table, date, ...measure }: Measure) =>
    table === first.table && date === first.date && !("lastDays" in measure);
  return [first, ...others.filter(alike)];
}

/** Amount that each row adds to the KPI, for KPIs that no single column shows: a margin, a weighted amount. */
function countedColumn(
  { label }: KpiDefinition,
  table: Table,
  measure: Extract<Measure, { kind: "sum" }>,
): DetailColumn {
  const parts = sumParts(table, measure);
  return {
    heading: label,
    cell: (row) => parts.reduce((sum, { vector, divisor }) => sum + (vector?.[row] ?? 0) / divisor, 0),
  };
}

function plainCell(column: Column, row: number): Cell {
  switch (column.kind) {
    case "text":
      return textAt(column, row) ?? null;
    case "date":
      return column.days[row] === NO_DAY ? null : formatIsoDay(column.days[row]!);
    case "money":
      return Number.isNaN(column.units[row]!) ? null : fromMoneyUnits(column.units[row]!);
    case "number":
      return Number.isNaN(column.values[row]!) ? null : column.values[row]!;
  }
}
