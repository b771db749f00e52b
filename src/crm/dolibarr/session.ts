import type { Granted } from "../kit";
import type { DolibarrClient } from "./client";
import type { Content } from "./contents";
import type { Choices } from "./part";

/** All that a connection is asked with. */
export interface Session {
  readonly client: DolibarrClient;
  /** What this person may read. */
  readonly granted: Granted<Content>;
  readonly dayOf: (second: number | undefined) => string | undefined;
  readonly choices: Choices;
  /** Records a page. */
  readonly pageSize: number;
  /** When the connection was opened, by the database's own clock: `2026-11-23 11:00:00`. */
  readonly mark: string;
  /** Answers that many rows need, asked once a refresh. */
  readonly memory: Map<string, Promise<unknown>>;
}
