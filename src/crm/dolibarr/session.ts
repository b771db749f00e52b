import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import type { DolibarrClient } from "./client";
import type { Content } from "./contents";
import type { Part } from "./part";
import type { ServerZone } from "./serverZone";

/** All that a connection is asked with. */
export interface Session {
  readonly client: DolibarrClient;
  /** What this person may read. */
  readonly contents: readonly Content[];
  readonly lacks: readonly Text[];
  readonly zone: ServerZone;
  readonly dayOf: (second: number | undefined) => string | undefined;
  /** Records a page. */
  readonly pageSize: number;
  /** When the connection was opened, by the database's own clock: `2026-11-23 11:00:00`. */
  readonly mark: string;
  /** Answers that many rows need, asked once a refresh. */
  readonly memory: Map<string, Promise<unknown>>;
}

export const partOf = (session: Session, table: TableName): Part | undefined =>
  session.contents.find((content) => content.table === table)?.part;

/** Every refresh begins with the salespeople: what many rows need is asked anew. */
export function beginning(session: Session, table: TableName, cursor: string | undefined): void {
  if (table === "salespeople" && cursor === undefined) session.memory.clear();
}
