import type { ChangeFeed } from "../../src/crm/changes";
import type { Connection, ConnectorDeclaration } from "../../src/crm/connector";
import { FailureError, failure } from "../../src/sales/failure";
import type { RawRow } from "../../src/sales/rawRow";
import type { TableName } from "../../src/sales/schema";

export const MOVING_TABLES = ["salespeople", "customers", "products", "order_lines", "leads"] as const;
export type MovingTable = (typeof MOVING_TABLES)[number];

export const MOVING: ConnectorDeclaration = {
  id: "moving",
  label: { fr: "CRM mouvant", en: "Moving CRM" },
  fields: [],
  tables: MOVING_TABLES,
  lacks: [],
};

interface Kept {
  values: Record<string, unknown>;
  changedAt: number;
  cancelled: boolean;
}

/** How a CRM tells of what left: names it, or lists what is there. */
export type Leaving = "gone" | "present";

/**
 * A CRM in memory that people work in: every record has an id, a moment of change and, like an order, may be
 * cancelled. It lists records in the order of their ids, a few a page.
 */
export class MovingCrm {
  clock = 1;
  /** Changes before this moment are forgotten. */
  horizon = 0;
  private nextId = 1;
  private readonly records = new Map<TableName, Map<number, Kept>>(
    MOVING_TABLES.map((table) => [table, new Map()]),
  );
  private readonly left: { table: TableName; id: number; at: number }[] = [];

  constructor(private readonly pageSize = 3) {}

  insert(table: MovingTable, values: Record<string, unknown>): number {
    const id = this.nextId++;
    this.records.get(table)!.set(id, { values, changedAt: this.clock++, cancelled: false });
    return id;
  }

  edit(table: MovingTable, id: number, values: Record<string, unknown>): void {
    const record = this.records.get(table)!.get(id)!;
    Object.assign(record.values, values);
    record.changedAt = this.clock++;
  }

  /** Takes a record out of the table, or brings it back: as when an order is cancelled and confirmed again. */
  cancel(table: MovingTable, id: number, cancelled: boolean): void {
    const record = this.records.get(table)!.get(id)!;
    record.cancelled = cancelled;
    record.changedAt = this.clock++;
    if (cancelled) this.left.push({ table, id, at: record.changedAt });
  }

  remove(table: MovingTable, id: number): void {
    this.records.get(table)!.delete(id);
    this.left.push({ table, id, at: this.clock++ });
  }

  ids(table: MovingTable): number[] {
    return [...this.records.get(table)!.keys()];
  }

  connection(leaving: Leaving | "undated"): Connection {
    return {
      dataDate: 20_000 + this.clock,
      listPage: async (table, cursor) => this.page(table, cursor, 0),
      close: async () => {},
      ...(leaving !== "undated" && { changes: this.feed(leaving) }),
    };
  }

  private feed(leaving: Leaving): ChangeFeed {
    const clock = () => String(this.clock);
    return {
      get mark() {
        return clock();
      },
      list: async (table, since, cursor) => {
        if (Number(since) < this.horizon) throw new FailureError(failure("source-changes-lost"));
        const page = this.page(table, cursor, Number(since));
        if (leaving !== "gone" || page.next !== undefined) return page;
        const gone = this.left.filter(
          ({ table: of, id, at }) => of === table && at >= Number(since) && !this.isIn(table, id),
        );
        return { ...page, gone: gone.map(({ id }) => String(id)) };
      },
      ...(leaving === "present" && {
        presentIds: async (table: TableName) =>
          [...this.records.get(table)!.keys()].filter((id) => this.isIn(table, id)).map(String),
      }),
    };
  }

  private isIn(table: TableName, id: number): boolean {
    return this.records.get(table)!.get(id)?.cancelled === false;
  }

  private page(table: TableName, cursor: string | undefined, since: number) {
    const found = [...this.records.get(table)!].filter(
      ([id, { cancelled, changedAt }]) => id > Number(cursor ?? 0) && !cancelled && changedAt >= since,
    );
    const some = found.slice(0, this.pageSize);
    const rows = some.map(
      ([id, { values }]): RawRow => ({ values: { id, ...values }, origin: `${table} ${id}` }),
    );
    return { rows, ...(found.length > some.length && { next: String(some.at(-1)![0]) }) };
  }
}
