import type { Connection, Connector } from "../../src/crm/connector";
import { load } from "../../src/crm/load";
import { createEngine } from "../../src/kpi/engine/createEngine";
import { type Collected, collect } from "../../src/sales/collect";
import type { TableName } from "../../src/sales/schema";

/** A connection loaded whole, and closed. Throws what the load says. */
export async function loadAll(connector: Connector, connection: Connection): Promise<Collected> {
  const result = await collect(load(connection, connector.declaration));
  await connection.close();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The ids of a table, in the order they came. */
export function idsIn({ data }: Collected, table: TableName): string[] {
  const { id } = data.tables[table].columns;
  if (id?.kind !== "text") throw new Error("ids are texts");
  return Array.from(id.codes, (code) => id.dictionary[code] ?? "");
}

/** KPIs in total, each with its period at will (`CA 2024-01`), to the cent. */
export async function totals(
  { data }: Collected,
  questions: readonly string[],
): Promise<Record<string, number | undefined>> {
  const engine = createEngine(data);
  const answers: Record<string, number | undefined> = {};
  for (const question of questions) {
    const [kpi = "", period] = question.split(" ");
    const told = await engine.total({ kpi, filters: [], ...(period !== undefined && { period }) });
    answers[question] =
      told.ok && typeof told.value === "number" ? Math.round(told.value * 100) / 100 : undefined;
  }
  return answers;
}
