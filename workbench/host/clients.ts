import type { Connection } from "./channel";

/**
 * The Excels that have the workbook open, each with the add-in in it. One of them acts at a time: the author of the
 * request that runs, or else the one whose person last did something.
 */
export class Clients {
  private readonly open = new Set<Connection>();
  private readonly computing = new Set<Connection>();
  private lastActed: Connection | undefined;

  add(client: Connection): void {
    this.open.add(client);
    this.lastActed ??= client;
  }

  remove(client: Connection): void {
    this.open.delete(client);
    this.computing.delete(client);
    if (this.lastActed === client) this.lastActed = [...this.open].at(-1);
  }

  get all(): readonly Connection[] {
    return [...this.open];
  }

  /** The Excel in which the present change is made. */
  get acting(): Connection | undefined {
    return this.lastActed;
  }

  /** From now on `client` acts. */
  act(client: Connection): void {
    if (this.open.has(client)) this.lastActed = client;
  }

  /** The acting Excel's functions can be called from now on. */
  startComputing(): void {
    if (this.lastActed) this.computing.add(this.lastActed);
  }

  /** The Excel that computes what the present change needs: the acting one, as each computes its own cells. */
  get computer(): Connection | undefined {
    const { lastActed } = this;
    return lastActed && this.computing.has(lastActed) ? lastActed : [...this.computing][0];
  }
}
