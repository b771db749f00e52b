import iconv from "iconv-lite";
import { csvConnector } from "../../../src/crm/csv/connector";
import { load } from "../../../src/crm/load";
import { toChunks } from "../../../src/sales/builder";
import { formatIsoDay } from "../../../src/sales/calendar";
import { type Collected, collect } from "../../../src/sales/collect";
import type { Result } from "../../../src/sales/failure";
import type { TableName } from "../../../src/sales/schema";
import type { Value } from "../../../src/sales/tables";

type Files = Record<string, string | Uint8Array>;
const HEADINGS = "id;order_id;ordered_on;customer_id;salesperson_id;product_id;channel;quantity;revenue";
const line = (id: string | number, change: Record<string, string> = {}) =>
  Object.values({
    id: String(id),
    order: "O1",
    on: "2024-03-15",
    customer: "Dupont",
    seller: "Martin",
    product: "32 FreshAir",
    channel: "web",
    quantity: "1",
    revenue: "100",
    ...change,
  }).join(";");
const orders = (...lines: string[]) => [HEADINGS, ...lines, ""].join("\n");

const bytesOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

async function open(files: Files, options = {}) {
  const list = Object.entries(files).map(([name, content]) => ({ name, bytes: bytesOf(content) }));
  return csvConnector({ folders: false }).connect(
    { files: list, dataDate: "2024-06-30", ...options },
    new AbortController().signal,
  );
}

async function read(files: Files, options = {}): Promise<Result<Collected>> {
  return collect(load(await open(files, options), csvConnector({ folders: false }).declaration));
}

async function loaded(files: Files, options = {}): Promise<Collected> {
  const result = await read(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function column(collected: Collected, name: string, table: TableName = "order_lines"): Value[] {
  return Array.from(toChunks(collected.data.tables[table])).flatMap(({ columns }) => columns[name]!);
}
const dates = (collected: Collected, name = "ordered_on") =>
  column(collected, name).map((day) => formatIsoDay(Number(day)));
const setAside = (collected: Collected, table: TableName = "order_lines") =>
  collected.rejected[table].sample.map(({ origin, failure }) => `${origin} ${failure.code}`);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: { failure: { code: string } }) => error.failure,
  );

const revenues = async (...cells: string[]) =>
  column(
    await loaded({ "orders.csv": orders(...cells.map((revenue, at) => line(at, { revenue }))) }),
    "revenue",
  );
const days = async (...cells: string[]) =>
  dates(await loaded({ "orders.csv": orders(...cells.map((on, at) => line(at, { on }))) }));

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
    expect(await failureOf(open({ "orders.csv": zip }))).toMatchObject({ code: "file-encoding" });
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

  test("a million columns are refused at once", async () => {
    const start = performance.now();
    const failure = await failureOf(open({ "orders.csv": `${"a;".repeat(1_000_000)}\n1;2` }));
    expect(failure).toMatchObject({
      code: "file-too-many-columns",
      params: { file: "orders.csv", limit: 1000 },
    });
    expect(performance.now() - start).toBeLessThan(2_000);
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

describe("headings, files and tables", () => {
  test("French captions, other usual words, any case and accents", async () => {
    const headings =
      "IDENTIFIANT;N° de commande;date commande;client;COMMERCIAL;produit;canal;Qté;montant ht";
    const collected = await loaded({
      "Commandes.CSV": `${headings}\n${line(1, { channel: "Téléphone" })}\n`,
    });
    expect([column(collected, "channel"), column(collected, "revenue")]).toEqual([["phone"], [100]]);
  });

  test("choices in French", async () => {
    const channels = ["terrain", "Magasin", "WEB", "téléphone", "fax"];
    const collected = await loaded({
      "ventes.csv": orders(...channels.map((channel, at) => line(at, { channel }))),
    });
    expect(column(collected, "channel")).toEqual(["field", "store", "web", "phone"]);
    expect(setAside(collected)).toEqual(["ventes.csv:6 row-bad-choice"]);
  });

  test("opportunities, leads and contacts in French", async () => {
    const collected = await loaded({
      "commerciaux.csv": "id,nom,équipe,région\ns1,Léa,A,Nord\n",
      "opportunités.csv":
        "id,nom,commercial,créée le,échéance,étape,statut,montant,probabilité\n1,A,s1,2024-01-01,2024-02-01,Devis,Gagnée,10,50 %\n",
      "leads.csv": "id,créé le,source,intérêt,statut\n1,2024-01-01,Salon,Tiède,Nouveau\n",
      "entrants.csv": "id,reçu le,canal,motif\n1,2024-01-01,Chat,Réclamation\n",
    });
    expect(column(collected, "status", "opportunities")).toEqual(["won"]);
    expect(column(collected, "probability", "opportunities")).toEqual([0.5]);
    expect(column(collected, "rating", "leads")).toEqual(["warm"]);
    expect(column(collected, "reason", "contacts_in")).toEqual(["complaint"]);
  });

  test("missing required columns are all named", async () => {
    const failure = await failureOf(open({ "orders.csv": "id;order_id;revenue\n1;2;3\n" }));
    expect(failure).toEqual({
      code: "file-missing-columns",
      params: {
        file: "orders.csv",
        columns: ["ordered_on", "customer_id", "salesperson_id", "product_id", "channel", "quantity"],
      },
    });
  });

  test.each([
    ["an empty file", { "orders.csv": "" }, "file-empty"],
    ["a file of blanks", { "orders.csv": "\n \n" }, "file-empty"],
    ["a file nobody can place", { "divers.csv": "a;b\n1;2" }, "file-unknown-table"],
    ["no file at all", {}, "file-unknown-table"],
  ])("%s alone: a clear failure", async (_, files, code) => {
    expect(await failureOf(open(files as Files))).toMatchObject({ code });
  });

  test("an empty file among others is shown, the others load", async () => {
    const collected = await loaded({ "orders.csv": orders(line(1)), "visites.csv": "", "clients.csv": "" });
    expect(collected.data.tables.order_lines.length).toBe(1);
    expect(setAside(collected, "visits")).toEqual(["visites.csv file-empty"]);
    expect(setAside(collected, "customers")).toEqual(["clients.csv file-empty"]);
  });

  test("a file of headings only is a table without rows", async () => {
    const collected = await loaded({ "orders.csv": orders(), "products.csv": "id;name\np1;P\n" });
    expect([collected.data.tables.order_lines.length, collected.rejected.order_lines.count]).toEqual([0, 0]);
  });

  test("one file of orders is enough: customers, products and salespeople follow from it, and it says so", async () => {
    const files = { "orders.csv": orders(line(1), line(2, { customer: " Durand " })) };
    const collected = await loaded(files);
    expect(column(collected, "name", "customers")).toEqual(["Dupont", "Durand"]);
    expect(column(collected, "name", "salespeople")).toEqual(["Martin"]);
    const { lacks, tables } = await open(files);
    expect(tables).toEqual(["salespeople", "customers", "products", "order_lines"]);
    expect(lacks?.map(({ fr }) => fr).join("\n")).toMatch(
      /Clients : sans fichier[\s\S]*Visites[\s\S]*Sans coûts/,
    );
  });

  test("with a customers file an unknown customer is set aside", async () => {
    const collected = await loaded({ "orders.csv": orders(line(1)), "customers.csv": "id;name\nX;X\n" });
    expect(setAside(collected)).toEqual(["orders.csv:2 row-unknown-reference"]);
  });

  test("without invoicing dates revenue is dated by the order; an empty one among others stays empty", async () => {
    expect(dates(await loaded({ "orders.csv": orders(line(1)) }), "invoiced_on")).toEqual(["2024-03-15"]);
    const some = `${HEADINGS};invoiced_on\n${line(1)};2024-04-01\n${line(2)};\n`;
    expect(column(await loaded({ "orders.csv": some }), "invoiced_on")).toEqual([19814, null]);
    const none = `${HEADINGS};invoiced_on\n${line(1)};\n`;
    expect(dates(await loaded({ "orders.csv": none }), "invoiced_on")).toEqual(["2024-03-15"]);
  });

  test("targets.csv proposes targets; its bad rows are said", async () => {
    const files = {
      "orders.csv": orders(line(1)),
      "objectifs.csv":
        "Indicateur;Axe;Membre;Période;Valeur\nca;region;Nord;2024-T1;1 000,5\nCA;;;2024;beaucoup\n",
    };
    expect((await loaded(files)).targets).toEqual([
      { kpi: "CA", dimension: "region", member: "Nord", period: "2024-T1", value: 1000.5 },
    ]);
    expect((await open(files)).lacks?.map(({ fr }) => fr).join()).toContain("objectifs.csv:3");
  });

  test("pages are together the whole, and a page can be asked for again", async () => {
    const files = { "orders.csv": orders(...Array.from({ length: 11 }, (_, at) => line(at)), "bad") };
    const whole = await loaded(files);
    const paged = await loaded(files, { pageSize: 3 });
    expect([column(paged, "id"), setAside(paged)]).toEqual([column(whole, "id"), setAside(whole)]);
    const connection = await open(files, { pageSize: 3 });
    const signal = new AbortController().signal;
    const second = await connection.listPage("order_lines", "3", signal);
    expect(await connection.listPage("order_lines", "3", signal)).toEqual(second);
    expect(second.rows.map(({ values }) => values.id)).toEqual(["3", "4", "5"]);
  });

  test("text that begins like a formula stays text", async () => {
    const collected = await loaded({
      "orders.csv": orders(line(1, { customer: "=1+1" }), line(2, { customer: "@x" })),
    });
    expect(column(collected, "customer_id")).toEqual(["=1+1", "@x"]);
  });
});

describe("vigie-mapping.json", () => {
  const MAPPING = JSON.stringify({
    order_lines: { file: "export.csv", columns: { revenue: "Net à payer" } },
    currencies: { reporting: "EUR", rates: { USD: 0.5 } },
  });
  const exported = (cells: string) => `${HEADINGS.replace("revenue", "net a PAYER")};devise\n${cells}\n`;

  test("names the file and the heading of a column; rates convert", async () => {
    const collected = await loaded({
      "vigie-mapping.json": MAPPING,
      "export.csv": exported(`${line(1)};USD\n${line(2)};\n${line(3)};GBP`),
    });
    expect(column(collected, "revenue")).toEqual([50, 100]);
    expect(setAside(collected)).toEqual(["export.csv:4 row-currency-without-rate"]);
  });

  test("a heading it names that is not there is missing", async () => {
    const files = { "vigie-mapping.json": MAPPING, "export.csv": orders(line(1)) };
    expect(await failureOf(open(files))).toMatchObject({
      code: "file-missing-columns",
      params: { columns: ["revenue"] },
    });
  });

  test.each([
    ["broken JSON", "{"],
    ["an unknown table", '{"orders":{}}'],
    ["an unknown column", '{"order_lines":{"columns":{"price":"x"}}}'],
    ["a rate of nought", '{"currencies":{"reporting":"EUR","rates":{"USD":0}}}'],
    ["a list", "[]"],
  ])("%s is refused", async (_, mapping) => {
    const files = { "vigie-mapping.json": mapping, "orders.csv": orders(line(1)) };
    expect(await failureOf(open(files))).toMatchObject({ code: "mapping-invalid" });
  });
});
