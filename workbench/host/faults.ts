import type { ChannelError } from "./protocol";

/** The effect of a fault on one request. */
export type Fault =
  /** The request is not run and fails with this code. */
  | { readonly kind: "error"; readonly code: ChannelError }
  /** The request is run, and its answer says it failed: the worst case for atomicity. */
  | { readonly kind: "error-after"; readonly code: ChannelError }
  /** The request is run and never answered. */
  | { readonly kind: "no-reply" }
  | { readonly kind: "delay"; readonly milliseconds: number };

interface Planned {
  readonly fault: Fault;
  readonly from: number;
  readonly to: number;
}

/** Faults on purpose, by the number of syncs since they were asked for: the next sync is 1. */
export class Faults {
  private planned: Planned[] = [];
  private seen = 0;

  /** Exactly the n-th sync from now fails. */
  failSync(n: number, fault: Fault = { kind: "error", code: "GeneralException" }): void {
    this.plan(fault, n, n);
  }

  /** n syncs pass, every later one fails, until `clear`. */
  stopAfter(n: number, fault: Fault = { kind: "error", code: "InvalidOrTimedOutSession" }): void {
    this.plan(fault, n + 1, Number.POSITIVE_INFINITY);
  }

  /** Every sync fails with this code until `clear`: cell-edit mode, a lost session. */
  always(code: ChannelError): void {
    this.plan({ kind: "error", code }, 1, Number.POSITIVE_INFINITY);
  }

  delay(milliseconds: number): void {
    this.plan({ kind: "delay", milliseconds }, 1, Number.POSITIVE_INFINITY);
  }

  clear(): void {
    this.planned = [];
    this.seen = 0;
  }

  /** The faults of the request that comes in now. One that is no sync meets only those that stay. */
  next(isSync: boolean): readonly Fault[] {
    if (!isSync)
      return this.planned
        .filter(({ from, to }) => to === Number.POSITIVE_INFINITY && from <= this.seen)
        .map(({ fault }) => fault);
    this.seen++;
    const now = this.seen;
    const met = this.planned.filter(({ from, to }) => from <= now && now <= to).map(({ fault }) => fault);
    this.planned = this.planned.filter(({ to }) => to > now);
    return met;
  }

  private plan(fault: Fault, from: number, to: number): void {
    this.planned.push({ fault, from: this.seen + from, to: this.seen + to });
  }
}
