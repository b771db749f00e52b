/** The costs of an add-in to the host: shown in the status bar, asserted by tests. */
export interface Counters {
  /** Requests of the Excel API, i.e. `context.sync()` that had something to send. */
  readonly syncs: number;
  /** All messages from the add-in. */
  readonly requests: number;
  /** UTF-8 bytes of the request bodies, add-in → host. */
  readonly bytesUp: number;
  /** UTF-8 bytes of the answers, host → add-in. */
  readonly bytesDown: number;
  /** Actions by what they do: `Instantiate`, `Query`, `Values=`, `Delete()`. */
  readonly actions: Readonly<Record<string, number>>;
}

export interface RequestRecord {
  readonly sync: number;
  readonly at: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly milliseconds: number;
  readonly actions: readonly string[];
  readonly error?: string;
}

const LOG_LENGTH = 200;
const LABELS = [
  "",
  "Instantiate",
  "Query",
  "",
  "",
  "Trace",
  "RecursiveQuery",
  "QueryAsJson",
  "EnsureUnchanged",
  "Update",
];

/** Counts, and keeps the last requests. */
export class Meter {
  private syncs = 0;
  private requests = 0;
  private bytesUp = 0;
  private bytesDown = 0;
  private actions: Record<string, number> = {};
  private records: RequestRecord[] = [];
  private current: string[] = [];
  private readonly listeners = new Set<(counters: Counters) => void>();

  message(): void {
    this.requests++;
  }

  action(type: number, name: string): void {
    const label = type === 3 ? `${name}()` : type === 4 ? `${name}=` : (LABELS[type] ?? String(type));
    this.actions[label] = (this.actions[label] ?? 0) + 1;
    this.current.push(label);
  }

  /** Begins a request of the Excel API; answers its number, from 1. */
  begin(bytes: number): number {
    this.current = [];
    this.bytesUp += bytes;
    return ++this.syncs;
  }

  end(record: Omit<RequestRecord, "actions" | "at">): void {
    this.bytesDown += record.bytesDown;
    this.records.push({ ...record, at: Date.now(), actions: this.current });
    if (this.records.length > LOG_LENGTH) this.records.shift();
    const counters = this.read();
    for (const listener of this.listeners) listener(counters);
  }

  read(): Counters {
    const { syncs, requests, bytesUp, bytesDown } = this;
    return { syncs, requests, bytesUp, bytesDown, actions: { ...this.actions } };
  }

  /** The last requests, oldest first. */
  log(): readonly RequestRecord[] {
    return this.records;
  }

  reset(): void {
    Object.assign(this, { syncs: 0, requests: 0, bytesUp: 0, bytesDown: 0, actions: {}, records: [] });
  }

  onChange(listener: (counters: Counters) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
