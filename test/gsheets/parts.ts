import { connectors, load, registry } from "../../src/crm";
import type { WorkbookContents } from "../../src/live";
import { collect } from "../../src/sales/collect";
import { frozenCells } from "./frozenCells";

const loaded = new Map<number, Promise<WorkbookContents>>();

/** The demo company with so many order lines, loaded once a run. */
export function demoContents(lines: number): Promise<WorkbookContents> {
  const known = loaded.get(lines) ?? read(lines);
  loaded.set(lines, known);
  return known;
}

async function read(lines: number): Promise<WorkbookContents> {
  const found = registry(connectors).find("demo");
  if (!found.ok) throw new Error("no demo");
  const connection = await found.value.connect(
    { lines: String(lines), seed: "7", dataDate: "2026-11-23" },
    new AbortController().signal,
  );
  const collected = await collect(
    load(connection, found.value.declaration, { now: () => new Date("2026-11-23T08:30:00Z") }),
  );
  await connection.close();
  if (!collected.ok) throw new Error(collected.failure.code);
  return collected.value;
}

export { frozenCells };
