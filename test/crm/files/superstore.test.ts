/** A public flat export, as it is: expected figures are those of a plain Python script over the same file. */
import { readFileSync } from "node:fs";
import { createCalculator } from "../../../src/kpi/engine/createEngine";
import type { Result } from "../../../src/sales/failure";
import { loaded, notesOf } from "./reading";

const FILES = { "superstore.csv": readFileSync("test/data/superstore.csv") };
const OPTIONS = { dataDate: "2019-12-31" };

type Calculator = ReturnType<typeof createCalculator>;
const total = (calculator: Calculator, kpi: string, period = "") =>
  unwrapped(calculator.total({ kpi, period, filters: [] }));
const list = (calculator: Calculator, axis: string) =>
  Object.fromEntries(
    unwrapped(calculator.list({ kpi: "CA", axis, filters: [] })).map(({ member, answer }) => [
      member,
      answer,
    ]),
  );

function unwrapped<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

describe("Superstore, as given", () => {
  const opened = loaded(FILES, OPTIONS);
  const calculated = opened.then(({ data }) => createCalculator(data));

  test("every line loads", async () => {
    const { data, rejected } = await opened;
    expect([data.tables.order_lines.length, rejected.order_lines.count]).toEqual([9994, 0]);
    expect([data.tables.customers.length, data.tables.products.length]).toEqual([793, 1862]);
  });

  test("totals: sales, orders, profit", async () => {
    const calculator = await calculated;
    expect(total(calculator, "CA")).toBe(2_297_200.8603);
    expect(total(calculator, "COMMANDES")).toBe(5009);
    expect(total(calculator, "MARGE")).toBe(286_397.0217);
  });

  test("by region of the line, segment and category", async () => {
    const calculator = await calculated;
    expect(list(calculator, "region")).toEqual({
      West: 725_457.8245,
      East: 678_781.24,
      Central: 501_239.8908,
      South: 391_721.905,
    });
    expect(list(calculator, "secteur")).toEqual({
      Consumer: 1_161_401.345,
      Corporate: 706_146.3668,
      "Home Office": 429_653.1485,
    });
    expect(list(calculator, "famille")).toEqual({
      Technology: 836_154.033,
      Furniture: 741_999.7953,
      "Office Supplies": 719_047.032,
    });
  });

  test.each([
    ["2016", 484_247.4981],
    ["2017", 470_532.509],
    ["2018", 609_205.598],
    ["2019", 733_215.2552],
  ])("in %s", async (year, sales) => {
    expect(total(await calculated, "CA", year)).toBe(sales);
  });

  test("what it does not say is told: the table, the seller, the channel, the currency, the columns left", async () => {
    const notes = await notesOf(FILES, OPTIONS);
    expect(notes).toContainEqual(
      expect.objectContaining({ code: "file-table-guessed", table: "order_lines" }),
    );
    const absent = notes.filter(({ code }) => code === "column-absent").map((each) => each.column);
    expect(absent).toEqual(["salesperson_id", "channel"]);
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["currency-assumed", "names-differ", "invoicing-absent"]),
    );
    const unused = notes.find(({ code }) => code === "column-unused");
    expect(unused?.headings).toEqual([
      "Ship Date",
      "Ship Mode",
      "Country",
      "City",
      "State",
      "Postal Code",
      "Sub-Category",
    ]);
    expect(list(await calculated, "commercial")).toEqual({ "(non renseigné)": 2_297_200.8603 });
  });
});
