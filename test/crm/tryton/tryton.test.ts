import { ensureTryton, skipsTryton } from "../../../scripts/system";
import type { Connection } from "../../../src/crm/connector";
import { load } from "../../../src/crm/load";
import { trytonConnector } from "../../../src/crm/tryton/connector";
import { createEngine } from "../../../src/kpi/engine/createEngine";
import { type Collected, collect } from "../../../src/sales/collect";
import { columnValue } from "../../../src/sales/columns";
import { TABLE_NAMES, type TableName } from "../../../src/sales/schema";
import type { SalesData } from "../../../src/sales/tables";
import { vigie } from "../../cli/streams";
import { type Followed, Follower } from "../following";
import { type Question, questionsOn } from "./questions";
import { TrytonServer } from "./server";

/** A day between the due dates of the invoices, so that some are overdue and some are not. */
const DATA_DATE = "2025-12-31";
const QUESTIONS = questionsOn(DATA_DATE);
const BUILD_MS = 1_600_000;
const never = new AbortController().signal;
const connector = trytonConnector({ privateAddresses: true });
const title = skipsTryton() ? "Tryton, left out by VIGIE_SKIP_TRYTON=1" : "a real Tryton server";

(skipsTryton() ? describe.skip : describe)(title, () => {
  let server: TrytonServer;

  beforeAll(async () => {
    if (!ensureTryton()) throw new Error("Tryton is not installed and cannot be installed here.");
    server = await TrytonServer.start();
  }, BUILD_MS);
  afterAll(() => server?.stop());

  const options = (more: Record<string, unknown> = {}) => ({
    address: server.address,
    database: server.database,
    user: "vigie",
    password: server.password,
    dataDate: DATA_DATE,
    pageSize: 60,
    ...more,
  });
  const connect = (more?: Record<string, unknown>) => connector.connect(options(more), never);
  const refusal = (more: Record<string, unknown>) =>
    connect(more).then(
      () => "connected",
      (error) => error.failure,
    );

  async function loaded(connection: Connection): Promise<Collected> {
    const result = await collect(load(connection, connector.declaration));
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value;
  }

  async function fullLoad(more?: Record<string, unknown>): Promise<Collected> {
    const connection = await connect(more);
    try {
      return await loaded(connection);
    } finally {
      await connection.close();
    }
  }

  async function expectSameAsSql({ data }: Pick<Collected, "data">): Promise<void> {
    const engine = createEngine(data);
    const rows = await server.sql(QUESTIONS.map(({ sql }) => sql));
    const told = await Promise.all(QUESTIONS.map((question) => answerOf(engine, question)));
    QUESTIONS.forEach((question, at) => {
      const { kpi, axis = "", period = "" } = question;
      const expected = axis ? members(rows[at]!) : cents(rows[at]![0]![0]);
      expect({ kpi, axis, period, answer: told[at] }).toEqual({ kpi, axis, period, answer: expected });
    });
  }

  test("a full load gives the KPIs that SQL finds in Tryton's own database", async () => {
    const all = await fullLoad();
    const counts = Object.fromEntries(
      Object.entries(all.data.tables).map(([name, table]) => [name, table.length]),
    );
    expect(counts).toMatchObject({
      salespeople: 6,
      products: 9,
      opportunities: 42,
      points_of_sale: 0,
      visits: 0,
    });
    expect(counts.order_lines).toBeGreaterThan(250);
    await expectSameAsSql(all);
    const [orders, credits] = await server.sql([
      `SELECT SUM(CAST(s.untaxed_amount_cache AS REAL) / r.rate) FROM sale_sale s JOIN rates r ON r.id = s.currency
       WHERE s.state IN ('confirmed', 'processing', 'done')`,
      "SELECT SUM(revenue) FROM order_lines WHERE ordered_on = '2025-12-15' AND revenue < 0",
    ]);
    // What Tryton itself has stored as the orders' totals, less the credit notes.
    const total = await createEngine(all.data).total({ kpi: "MONTANTCOMMANDES", filters: [] });
    const untaxed = Number(orders?.[0]?.[0]) + Number(credits?.[0]?.[0]);
    expect(total.ok && cents(total.value)).toBe(cents(untaxed));
  }, 120_000);

  test("an order in a currency without rate is set aside, and told", async () => {
    const { rejected } = await fullLoad();
    expect(rejected.order_lines.count).toBe(3);
    expect(rejected.order_lines.sample[0]).toMatchObject({
      column: "currency",
      failure: { code: "row-currency-without-rate", params: { currency: "GBP" } },
    });
  }, 120_000);

  test("the size of the pages changes nothing", async () => {
    const [few, many] = [await fullLoad({ pageSize: 1_000 }), await fullLoad({ pageSize: 17 })];
    expect(many.data.tables).toEqual(few.data.tables);
  }, 120_000);

  /** By changes from what was held, and in full beside it: both must come to the same. */
  async function followedAndFull(held: Followed): Promise<Followed> {
    const connection = await connect({ changesMarginSeconds: 0 });
    try {
      const follower = new Follower(() => connection, connector.declaration);
      const followed = await follower.next(held);
      const whole = await follower.full();
      expect({ mode: followed.mode, fullBecause: followed.fullBecause }).toEqual({ mode: "changes" });
      for (const table of TABLE_NAMES) {
        expect({ table, rows: rowsById(followed.data, table) }).toEqual({
          table,
          rows: rowsById(whole.data, table),
        });
        expect(followed.setAside[table]?.length ?? 0).toBe(whole.setAside[table]?.length ?? 0);
      }
      expect(followed.travelled).toBeGreaterThan(0);
      expect(followed.travelled).toBeLessThan(whole.travelled / 4);
      await expectSameAsSql(followed);
      return followed;
    } finally {
      await connection.close();
    }
  }

  test("what is changed and deleted in Tryton's own client comes with the next refresh by changes", async () => {
    const connection = await connect({ changesMarginSeconds: 0 });
    const first = await new Follower(() => connection, connector.declaration).full();
    await connection.close();
    await expectSameAsSql(first);

    await server.change("edit");
    const edited = await followedAndFull(first);
    expect(edited.data.tables).not.toEqual(first.data.tables);

    await server.change("delete");
    const { tables } = (await followedAndFull(edited)).data;
    expect(tables.opportunities.length).toBe(edited.data.tables.opportunities.length - 2);
    expect(tables.customers.length).toBe(edited.data.tables.customers.length - 1);
  }, 480_000);

  test("Tryton's own counts are those of what was loaded and set aside, and tell what a load costs", async () => {
    const connection = await connect();
    const { data, rejected } = await loaded(connection);
    const counts = await connection.aggregates!(never);
    const rows = Object.values(data.tables).reduce((sum, { length }) => sum + length, 0);
    for (const { table, measure, value } of counts)
      expect([table, measure, value]).toEqual([
        table,
        "rows",
        data.tables[table].length + rejected[table].count,
      ]);
    expect(counts).toHaveLength(6);
    const estimate = await connection.estimate!(never);
    expect(Math.abs(estimate.rows - rows)).toBeLessThan(10);
    expect(estimate.calls).toBeGreaterThan(estimate.rows / 60);
    await connection.close();
  }, 120_000);

  test("an expired session is renewed in the middle of a load", async () => {
    const connection = await connect();
    await connection.listPage("customers", undefined, never);
    await server.expireSessions();
    await expectSameAsSql(await loaded(connection));
    await connection.close();
  }, 120_000);

  test("a server that restarts in the middle is waited for", async () => {
    const connection = await connect();
    const { next } = await connection.listPage("order_lines", undefined, never);
    await server.halt();
    const restarting = server.run();
    const page = await connection.listPage("order_lines", next, never);
    await restarting;
    expect(page.rows).toHaveLength(60);
    await connection.close();
  }, 240_000);

  test("an account that may not see invoices gets the rest, and is told what is missing", async () => {
    const connection = await connect({ user: "ventes" });
    expect(connection.tables).toEqual([
      "salespeople",
      "customers",
      "products",
      "order_lines",
      "opportunities",
    ]);
    expect(connection.lacks?.map(({ fr }) => fr).join(" ")).toContain("account.invoice");
    const { data } = await loaded(connection);
    await connection.close();
    const engine = createEngine(data);
    const [sales, orders] = await Promise.all(
      ["CA", "MONTANTCOMMANDES"].map((kpi) => engine.total({ kpi, filters: [] })),
    );
    expect(sales).toEqual(orders);
  }, 120_000);

  test("what cannot be is refused with its reason", async () => {
    expect(await refusal({ user: "rien" })).toMatchObject({ code: "source-no-right" });
    expect(await refusal({ user: "nu" })).toMatchObject({ code: "source-no-company" });
    expect(await refusal({ database: "inconnue" })).toMatchObject({
      code: "source-database-unknown",
      params: { database: "inconnue" },
    });
    const wrong = { user: "intrus", password: "faux" };
    expect(await refusal(wrong)).toMatchObject({ code: "source-refused" });
    expect(await refusal(wrong)).toMatchObject({ code: "source-refused" });
    expect(await refusal(wrong)).toMatchObject({ code: "source-throttled" });
  }, 120_000);

  test("the command line answers from it, with the credentials of the environment", async () => {
    const { VIGIE_TRYTON_USER, VIGIE_TRYTON_PASSWORD } = process.env;
    Object.assign(process.env, { VIGIE_TRYTON_USER: "vigie", VIGIE_TRYTON_PASSWORD: server.password });
    try {
      const source = `tryton:${server.address}/${server.database}`;
      const { code, output } = await vigie(["eval", "--source", source], '=KPI.CA(;"2024")\n');
      const [rows] = await server.sql([QUESTIONS[1]!.sql]);
      expect({ code, value: cents(JSON.parse(output).value) }).toEqual({
        code: 0,
        value: cents(rows![0]![0]),
      });
    } finally {
      restore({ VIGIE_TRYTON_USER, VIGIE_TRYTON_PASSWORD });
    }
  }, 120_000);
});

function restore(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}

/** Sums of doubles differ in their last digits with the order of adding. */
const cents = (value: unknown): unknown =>
  typeof value === "number" ? Math.round(value * 100) / 100 + 0 : value;

/** The rows of a table in the order of their ids: changes put what is new behind the rest. */
const rowsById = ({ tables }: SalesData, name: TableName) => {
  const { length, columns } = tables[name];
  const rows = Array.from({ length }, (_, row) =>
    Object.values(columns).map((column) => columnValue(column, row)),
  );
  return rows.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
};

const members = (rows: readonly (readonly unknown[])[]) =>
  Object.fromEntries(rows.map(([member, value]) => [member, cents(value)]));

async function answerOf(engine: ReturnType<typeof createEngine>, { kpi, axis, period }: Question) {
  const query = { kpi, filters: [], ...(period !== undefined && { period }) };
  if (axis === undefined) {
    const total = await engine.total(query);
    if (!total.ok) throw new Error(`${kpi}: ${total.failure.code}`);
    return cents(total.value);
  }
  const list = await engine.list({ ...query, axis });
  if (!list.ok) throw new Error(`${kpi} ${axis}: ${list.failure.code}`);
  return Object.fromEntries(list.value.map(({ member, answer }) => [member, cents(answer)]));
}
