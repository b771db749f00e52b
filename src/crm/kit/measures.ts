import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import type { Content, Granted } from "./contents";
import { countOf, type PartReading } from "./tableReading";

/** A sum that the CRM computed over a content, of a column of its table. */
export interface Summed {
  readonly measure: string;
  readonly value: number;
  readonly difference?: Text | undefined;
}

/** Counts that a CRM can give, and the requests of a full load. */
export interface Measures<C extends Content> {
  /** Requests for so many records, those that bring no rows included; `isExact`: the reading could count them. */
  calls(records: number, isExact: boolean): number;
  /** A count where the reading has none, for the estimate alone. */
  roughCount?(content: C, signal: AbortSignal): Promise<number>;
  sums?(content: C, signal: AbortSignal): Promise<readonly Summed[]>;
  /** Why rows may be other than the CRM counts. */
  difference?(content: C): Text | undefined;
  /** Requests the CRM still allows today. */
  callsLeft?(signal: AbortSignal): Promise<number | undefined>;
}

type ReadingOf<C> = (content: C, signal: AbortSignal) => PartReading;

/**
 * The CRM's own counts of what each table is loaded from, and the sums it can compute. Rows that no record stands for
 * are counted along. A table of which a content cannot be counted is left out.
 */
export async function aggregatesOf<C extends Content>(
  granted: Granted<C>,
  measures: Measures<C>,
  readingOf: ReadingOf<C>,
  signal: AbortSignal,
): Promise<readonly CrmAggregate[]> {
  const found: CrmAggregate[] = [];
  for (const table of granted.tables) {
    const contents = granted.of(table);
    const counts: (number | undefined)[] = [];
    for (const content of contents) counts.push(await rowsIn(readingOf(content, signal)));
    const differences = contents.map((content) => measures.difference?.(content));
    if (!counts.includes(undefined)) found.push(aggregate(table, "rows", counts as number[], differences));
    const sums: Summed[] = [];
    for (const content of contents) sums.push(...((await measures.sums?.(content, signal)) ?? []));
    for (const measure of new Set(sums.map((sum) => sum.measure))) {
      const parts = sums.filter((sum) => sum.measure === measure);
      const values = parts.map(({ value }) => value);
      const why = parts.map(({ difference }) => difference);
      found.push(aggregate(table, measure, values, why));
    }
  }
  return found;
}

/** Requests of a full load. */
export async function estimateOf<C extends Content>(
  { contents }: Granted<C>,
  measures: Measures<C>,
  readingOf: ReadingOf<C>,
  signal: AbortSignal,
): Promise<LoadEstimate> {
  let [rows, calls] = [0, 0];
  for (const content of contents) {
    const exact = await countOf(readingOf(content, signal));
    const count = exact ?? (await measures.roughCount?.(content, signal)) ?? 0;
    rows += count;
    calls += measures.calls(count, exact !== undefined);
  }
  const callsLeft = await measures.callsLeft?.(signal);
  return { rows, calls, ...(callsLeft !== undefined && { callsLeft }) };
}

async function rowsIn(reading: PartReading): Promise<number | undefined> {
  const ids = () => (reading.count ? undefined : reading.recount?.ids());
  const records = (await countOf(reading)) ?? (await ids())?.length;
  return records === undefined ? undefined : records + ((await reading.extra?.()) ?? []).length;
}

function aggregate(
  table: TableName,
  measure: string,
  values: readonly number[],
  differences: readonly (Text | undefined)[],
): CrmAggregate {
  const difference = differences.find((why) => why !== undefined);
  const value = values.reduce((sum, one) => sum + one, 0);
  return { table, measure, value, ...(difference && { difference }) };
}
