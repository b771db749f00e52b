import iconv from "iconv-lite";
import { openTextSheet } from "../../../src/crm/files/inputs/textSheet";
import { column, days, failureOf, HEADINGS, line, loaded, open, orders, revenues, setAside } from "./reading";

describe("a CSV file's encoding", () => {
  const text = orders(line("é1", { customer: "Hôtel Mercœur – Évry" }));
  test.each([
    ["UTF-8", iconv.encode(text, "utf-8")],
    ["UTF-8 with a byte order mark", iconv.encode(text, "utf-8", { addBOM: true })],
    ["UTF-16 LE with a mark", iconv.encode(text, "utf-16le", { addBOM: true })],
    ["UTF-16 BE with a mark", iconv.encode(text, "utf-16be", { addBOM: true })],
    ["UTF-16 LE without a mark", iconv.encode(text, "utf-16le")],
    ["Windows-1252", iconv.encode(text, "windows-1252")],
  ])("%s", async (_, bytes) => {
    const collected = await loaded({ "orders.csv": bytes });
    expect([column(collected, "id"), column(collected, "customer_id")]).toEqual([
      ["é1"],
      ["Hôtel Mercœur – Évry"],
    ]);
  });

  test("a spreadsheet under a wrong name is said to be none of it", async () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2, 3, 0, 9, 9, 9, 9, 9, 9, 9, 9]);
    expect(await failureOf(open({ "orders.csv": zip }))).toMatchObject({ code: "file-damaged" });
  });

  test("in UTF-8 with a few wrong bytes only the rows that have them are set aside", async () => {
    const good = iconv.encode(
      orders(...Array.from({ length: 40 }, (_, at) => line(at, { customer: "Évry – Mercœur" }))),
      "utf-8",
    );
    const bytes = Buffer.concat([good, iconv.encode(`${line("x", { customer: "Évr" })}\n`, "windows-1252")]);
    const collected = await loaded({ "orders.csv": bytes });
    expect(setAside(collected)).toEqual(["orders.csv:42 file-encoding"]);
    expect(column(collected, "id")).toHaveLength(40);
  });
});

describe("a CSV file's form", () => {
  test.each([[";"], [","], ["\t"], ["|"]])("delimiter %j", async (delimiter) => {
    const text = orders(line(1), line(2, { revenue: "12.5" })).replaceAll(";", delimiter);
    expect(column(await loaded({ "orders.csv": text }), "revenue")).toEqual([100, 12.5]);
  });

  test("a comma file whose amounts have quoted decimal commas", async () => {
    const text = orders(line(1, { revenue: '"1 234,5"' }), line(2, { revenue: '"7,25"' })).replaceAll(
      ";",
      ",",
    );
    expect(column(await loaded({ "orders.csv": text }), "revenue")).toEqual([1234.5, 7.25]);
  });

  test.each([["\r\n"], ["\r"]])("line ends %j", async (end) => {
    const collected = await loaded({ "orders.csv": orders(line(1), line(2), "bad").replaceAll("\n", end) });
    expect([column(collected, "id"), setAside(collected)]).toEqual([
      ["1", "2"],
      ["orders.csv:4 row-wrong-cells"],
    ]);
  });

  test("Excel's sep= line, blank lines, lines of delimiters, a delimiter at each end", async () => {
    const text = `sep=;\n\n${HEADINGS};\n${line(1)};\n\n;;;;;;;;;\n${line(2)}\n`;
    expect(column(await loaded({ "orders.csv": text }), "id")).toEqual(["1", "2"]);
  });

  test("quoted cells with delimiters, quotes and line ends; lines after them keep their numbers", async () => {
    const collected = await loaded({
      "orders.csv": orders(line(1, { customer: '"Dupont; ""fils""\net Cie"' }), line(2, { revenue: "x" })),
    });
    expect(column(collected, "customer_id")).toEqual(['Dupont; "fils"\net Cie']);
    expect(setAside(collected)).toEqual(["orders.csv:4 row-bad-number"]);
  });

  test.each([
    ["opened and never closed", '"Dupont'],
    ["closed too early", '"Du"pont'],
    ["of an inch, quoted badly", '"32" FreshAir"'],
  ])("a quote %s costs its own line only", async (_, customer) => {
    const collected = await loaded({
      "orders.csv": orders(
        line(1),
        line(2, { customer }),
        line(3),
        line(4, { customer: '"Du;rand"' }),
        line(5),
      ),
    });
    expect(column(collected, "id")).toEqual(["1", "3", "4", "5"]);
    expect(setAside(collected)).toEqual(["orders.csv:3 file-quotes"]);
  });

  test("an open quote in front of a large file costs its own line only, and no time", async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => line(at + 2));
    const collected = await loaded({ "orders.csv": orders(line(1, { customer: '"x' }), ...lines) });
    expect([collected.data.tables.order_lines.length, setAside(collected)]).toEqual([
      20_000,
      ["orders.csv:2 file-quotes"],
    ]);
  });

  test("a quote in the middle of a cell is only a quote", async () => {
    expect(
      column(await loaded({ "orders.csv": orders(line(1, { product: 'Tube 12"' })) }), "product_id"),
    ).toEqual(['Tube 12"']);
  });

  test("too few and too many cells are set aside with their line", async () => {
    const collected = await loaded({ "orders.csv": orders("1;2;3", line(2), `${line(3)};more`) });
    expect(setAside(collected)).toEqual(["orders.csv:2 row-wrong-cells", "orders.csv:4 row-wrong-cells"]);
  });

  test("a million columns are refused before one heading is looked at", async () => {
    const text = `${"a;".repeat(1_000_000)}\n1;2`;
    const failure = await failureOf(open({ "orders.csv": text }));
    expect(failure).toMatchObject({
      code: "file-too-many-columns",
      params: { file: "orders.csv", limit: 1000 },
    });
    const opened = openTextSheet({ name: "orders.csv", bytes: Buffer.from(text) }, new Set());
    expect("headings" in opened).toBe(false);
  });
});

describe("numbers in CSV", () => {
  test.each([
    [
      "decimal commas with all kinds of blanks",
      ["1 234,56", "1\u202f234,5", "1\u00a0234,50 €"],
      [1234.56, 1234.5, 1234.5],
    ],
    ["points in groups", ["1.234,56", "1.234.567,8", "1.234"], [1234.56, 1234567.8, 1234]],
    ["English", ["1,234.56", "1,234", "$12.50"], [1234.56, 1234, 12.5]],
    ["Swiss", ["1'234.50", "1'234"], [1234.5, 1234]],
    [
      "minus in front, behind, typographic, in parentheses",
      ["-1,5", "1,5-", "\u22121,5", "(1,5)"],
      [-1.5, -1.5, -1.5, -1.5],
    ],
    ["three decimals among proper decimal commas", ["0,125", "1,234", "2,5"], [0.125, 1.234, 2.5]],
    ["text to be neither", ["10.5", "7"], [10.5, 7]],
  ])("%s", async (_, cells, expected) => {
    expect(await revenues(...cells)).toEqual(expected);
  });

  test.each(["1,2,3", "1.2.3", "12,34.56.7", "1 2x", "--1", "1.23,456.7"])(
    "%s is no number",
    async (cell) => {
      expect(setAside(await loaded({ "orders.csv": orders(line(1, { revenue: cell }), line(2)) }))).toEqual([
        "orders.csv:2 row-bad-number",
      ]);
    },
  );
});

describe("dates in CSV", () => {
  test.each([
    ["ISO, with times", ["2024-03-15", "2024-03-15T23:59:59Z", "2024-03-15 08:30"]],
    ["day first", ["15/03/2024", "15-03-2024", "15.03.2024", "15/3/24", "15/03/2024 14:30"]],
    ["without separators, and slashes in ISO order", ["20240315", "2024/03/15"]],
  ])("%s", async (_, cells) => {
    expect(await days(...cells)).toEqual(cells.map(() => "2024-03-15"));
  });

  test("ambiguous dates are read day first", async () => {
    expect(await days("03/04/2024", "01/02/2024")).toEqual(["2024-04-03", "2024-02-01"]);
  });

  test("month first where a date proves it, though only the last line does", async () => {
    expect(await days("03/04/2024", "3/5/2024 2:30 PM", "03/15/2024")).toEqual([
      "2024-03-04",
      "2024-03-05",
      "2024-03-15",
    ]);
  });

  test("a date that does not exist is set aside, its text shown", async () => {
    const collected = await loaded({ "orders.csv": orders(line(1, { on: "31/02/2024" }), line(2)) });
    expect(collected.rejected.order_lines.sample[0]?.failure).toEqual({
      code: "row-bad-date",
      params: { column: "ordered_on", value: "31/02/2024" },
    });
  });
});
