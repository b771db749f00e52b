import fc from "fast-check";
import { filesConnector } from "../../../../src/crm/files/connector";
import { load } from "../../../../src/crm/load";
import { toChunks } from "../../../../src/sales/builder";
import { type Collected, collect } from "../../../../src/sales/collect";
import { FailureError } from "../../../../src/sales/failure";
import { deservesLook, type Note } from "../../../../src/sales/note";
import { TABLE_NAMES } from "../../../../src/sales/schema";
import { runs, seed } from "../../../support/runs";
import { type Mutation, mutations } from "./mutations";
import { DATA_DATE, type Sale, sales } from "./sales";
import { plainWriting, type Writing } from "./sheet";
import { fileOf } from "./write";

/** What became of a file: its figures are right, a person is asked, or what is not right is told. */
type Outcome = "right" | "asked" | "told" | "silent";

/** Silent faults printed at most. */
const SHOWN = 5;

const connector = filesConnector({ folders: false });
const counts: Record<Outcome, number> = { right: 0, asked: 0, told: 0, silent: 0 };

async function outcomeOf(writing: Writing, rows: readonly Sale[]) {
  const file = await fileOf(writing);
  const options = { files: [file], dataDate: DATA_DATE };
  try {
    const questions = (await connector.filesToMap?.(options)) ?? [];
    const connection = await connector.connect(options, new AbortController().signal);
    const collected = await collect(load(connection, connector.declaration));
    if (!collected.ok) return { outcome: "asked" as const, why: collected.failure };
    const figures = figuresIn(collected.value);
    if (same(figures, figuresOf(rows))) return { outcome: "right" as const };
    if (questions.length > 0) return { outcome: "asked" as const };
    const tells = collected.value.notes.filter(
      (each) => deservesLook(each) || isAbsence(each) || namesUnused(each, writing),
    );
    const isCounted = TABLE_NAMES.some((table) => collected.value.rejected[table].count > 0);
    const why = {
      differences: differences(figures, figuresOf(rows)).slice(0, 4),
      questions: questions.length,
      notes: collected.value.notes.map(({ code, params }: Note) => `${code} ${params.column ?? ""}`).join(),
    };
    return { outcome: tells.length > 0 || isCounted ? ("told" as const) : ("silent" as const), why };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return { outcome: "asked" as const, why: error.failure };
  }
}

/** A column of ours that the file does not have; an order number and a channel are never there. */
const isAbsence = ({ code, params }: Note): boolean =>
  code === "column-absent" && !["order_id", "channel"].includes(String(params.column));

/** A column that holds what is asked for and is said not to be used. */
const namesUnused = ({ code, params }: Note, { columns }: Writing): boolean =>
  code === "column-unused" &&
  columns.some(({ holds, heading }) => holds !== "other" && [params.headings].flat().includes(heading));

/** Revenue in cents by month, by customer, by region of the line, by seller, by product; and the quantity sold. */
type Figures = ReadonlyMap<string, number>;

function figuresOf(rows: readonly Sale[]): Figures {
  const figures = new Map<string, number>();
  const add = (key: string, value: number) => figures.set(key, (figures.get(key) ?? 0) + value);
  for (const { day, customer, region, seller, product, quantity, cents } of rows) {
    for (const key of [`day ${day}`, customer, region, seller, product]) add(key, cents);
    add("quantity", quantity);
  }
  return figures;
}

function figuresIn({ data }: Collected): Figures {
  const rows = (table: "order_lines" | "customers" | "salespeople" | "products") =>
    Array.from(toChunks(data.tables[table])).flatMap(({ columns, rows: count }) =>
      Array.from({ length: count }, (_, row) =>
        Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row]])),
      ),
    );
  const named = (table: "customers" | "salespeople" | "products") =>
    new Map(rows(table).map((row) => [row.id, row]));
  const [customers, sellers, products] = [named("customers"), named("salespeople"), named("products")];
  return figuresOf(
    rows("order_lines")
      // What lies after the data date counts in no period.
      .filter((row) => Number(row.ordered_on) <= data.provenance.dataDate)
      .map((row) => ({
        day: Number(row.ordered_on),
        customer: String(customers.get(row.customer_id)?.name),
        region: String(row.region || customers.get(row.customer_id)?.region),
        seller: String(sellers.get(row.salesperson_id)?.name),
        product: String(products.get(row.product_id)?.name),
        quantity: Number(row.quantity),
        cents: Math.round(Number(row.revenue) * 100),
      })),
  );
}

const folded = (figures: Figures): string =>
  JSON.stringify(
    [...figures]
      .map(([key, value]) => [key.replace(/[\s\u00a0]+/g, " ").trim(), value] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
/** What is wrong, for a person who reads the failure: found and true, by figure. */
function differences(found: Figures, truth: Figures): readonly string[] {
  const keys = [...new Set([...found.keys(), ...truth.keys()])];
  return keys
    .filter((key) => found.get(key) !== truth.get(key))
    .map((key) => `${key}: ${found.get(key)} for ${truth.get(key)}`);
}

const same = (one: Figures, other: Figures): boolean => folded(one) === folded(other);

const described = (each: readonly { mutation: Mutation; number: number }[]) =>
  each.map(({ mutation, number }) => `${mutation.name} (${number})`);

jest.setTimeout(20 * 60_000);

describe("a file of sales, mutated as real exports are", () => {
  test("is right, asked about, or told: never wrong in silence", async () => {
    const silent: unknown[] = [];
    for (const { rows, changes } of fc.sample(fc.record({ rows: sales, changes: mutations }), {
      numRuns: runs(10_000),
      seed,
    })) {
      const writing = changes.reduce(
        (each, { mutation, number }) => mutation.apply(each, number, rows),
        plainWriting(rows),
      );
      const { outcome, why } = await outcomeOf(writing, rows);
      counts[outcome]++;
      if (outcome === "silent") silent.push({ mutations: described(changes), why });
    }
    console.log(`files mutated: ${JSON.stringify(counts)}`);
    expect(silent.slice(0, SHOWN)).toEqual([]);
  });

  test("unchanged, it is right", async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (rows) => {
        expect(await outcomeOf(plainWriting(rows), rows)).toEqual({ outcome: "right" });
      }),
      { numRuns: runs(200), seed },
    );
  });
});
