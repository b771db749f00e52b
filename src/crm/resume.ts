import { createHash } from "node:crypto";
import { type Failure, failure } from "../sales/failure";
import { LONGEST_MARK } from "../sales/stream";
import type { Connection, ConnectorDeclaration } from "./connector";

/** The kind of a refresh: everything, with the reason when it was asked for less, or what moved since a mark. */
export type RefreshPlan =
  | { readonly mode: "full"; readonly fullBecause?: Failure }
  | { readonly mode: "changes"; readonly since: string };

/** The origin of a refresh: marks of another place are not its own. */
export interface Origin {
  readonly connection: Connection;
  readonly declaration: ConnectorDeclaration;
  /** Other words that tell one origin from another (address, account, version of the program), as any text. */
  readonly scope: string;
}

const SEPARATOR = ".";

/** The mark that a workbook keeps: of which origin, at which rates, and the source's own. Holds no secret. */
export function markFor(origin: Origin): string | undefined {
  const { changes } = origin.connection;
  if (!changes) return undefined;
  const mark = [...printsOf(origin), changes.mark].join(SEPARATOR);
  return mark.length <= LONGEST_MARK ? mark : undefined;
}

/** The refresh that can be done for a workbook that keeps `mark`; none asks for everything. */
export function planFor(mark: string | undefined, origin: Origin, source: string): RefreshPlan {
  if (mark === undefined) return { mode: "full" };
  if (!origin.connection.changes)
    return { mode: "full", fullBecause: failure("changes-not-dated", { source }) };
  const [place, rates, ...since] = mark.split(SEPARATOR);
  const [here, today] = printsOf(origin);
  if (place !== here) return { mode: "full", fullBecause: failure("changes-of-another") };
  if (rates !== today) return { mode: "full", fullBecause: failure("changes-rates") };
  return { mode: "changes", since: since.join(SEPARATOR) };
}

/** Rates are part of rows that did not change: of every amount in another currency. */
function printsOf({ connection, declaration, scope }: Origin): [string, string] {
  const { user, tables, invoicingDates, currencies } = connection;
  return [
    print([declaration.id, scope, user, tables ?? declaration.tables, invoicingDates]),
    print(currencies && [currencies.reporting, Object.entries(currencies.rates).sort()]),
  ];
}

const print = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("base64url")
    .slice(0, 16);
