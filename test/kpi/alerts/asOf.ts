import { demoConnector } from "../../../src/crm/demo/connector";
import { load } from "../../../src/crm/load";
import type { EpochDay } from "../../../src/sales/calendar";
import { formatIsoDay } from "../../../src/sales/calendar";
import { collect } from "../../../src/sales/collect";
import { TABLES, type TableName } from "../../../src/sales/schema";
import { someRows } from "../../../src/sales/someRows";
import type { DateColumn, SalesData } from "../../../src/sales/tables";

/** The demo company's data, as its connector gives them. */
export async function demoData(dataDate: EpochDay, lines: number, seed = 32): Promise<SalesData> {
  const connector = demoConnector();
  const connection = await connector.connect(
    { dataDate: formatIsoDay(dataDate), lines, seed },
    new AbortController().signal,
  );
  const collected = await collect(load(connection, connector.declaration));
  if (!collected.ok) throw new Error(collected.failure.code);
  return collected.value.data;
}

/** The day from which a row is known; a row of a table without one is always known. */
const KNOWN_FROM: Partial<Record<TableName, string>> = {
  order_lines: "ordered_on",
  contacts_in: "received_on",
  visits: "visited_on",
  invoices: "issued_on",
  leads: "created_on",
  opportunities: "created_on",
  campaigns: "sent_on",
};

/** The data as a refresh on an earlier day would have brought them: later rows and later invoicing unknown. */
export function asOf(data: SalesData, dataDate: EpochDay): SalesData {
  const tables = Object.values(data.tables).map((table) => {
    const column = KNOWN_FROM[table.name];
    if (!column) return table;
    const { days } = table.columns[column] as DateColumn;
    const rows = Array.from(days.keys()).filter((row) => days[row]! <= dataDate);
    const dates = TABLES[table.name].columns.filter(({ kind, optional }) => kind === "date" && optional);
    const forgotten = dates.map(({ name }) => [
      name,
      (value: string | number | null) => (typeof value === "number" && value > dataDate ? null : value),
    ]);
    return someRows(table, rows, Object.fromEntries(forgotten));
  });
  const provenance = {
    ...data.provenance,
    dataDate,
    refreshedAt: `${formatIsoDay(dataDate)}T08:30:00Z`,
  };
  return {
    provenance,
    tables: Object.fromEntries(tables.map((table) => [table.name, table])) as SalesData["tables"],
  };
}
