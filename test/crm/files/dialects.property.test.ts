import fc from "fast-check";
import iconv from "iconv-lite";
import { filesConnector } from "../../../src/crm/files/connector";
import { load } from "../../../src/crm/load";
import { toChunks } from "../../../src/sales/builder";
import { dayOf, formatIsoDay } from "../../../src/sales/calendar";
import { collect } from "../../../src/sales/collect";
import { runs, seed } from "../../support/runs";

interface Row {
  readonly id: string;
  readonly customer: string;
  readonly product: string;
  readonly cents: number;
  readonly visitedOn: number;
}

/** Characters of all these encodings, with every one that makes trouble in CSV. */
const CHARACTERS = [..."abcé ïŒ€’;,|\t\"\n'=+-@.0123456789"];
const name = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 12 })
  .map((characters) => `N${characters.join("")}N`);

const row: fc.Arbitrary<Omit<Row, "id">> = fc.record({
  customer: name,
  product: name,
  cents: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  visitedOn: fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2090, 12, 31) }),
});

const dialect = fc.record({
  delimiter: fc.constantFrom(";", ",", "\t", "|"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  lastEnd: fc.boolean(),
  encoding: fc.constantFrom("utf-8", "utf-8 BOM", "utf-16le BOM", "utf-16be BOM", "windows-1252"),
  quoteAll: fc.boolean(),
  mark: fc.constantFrom(",", "."),
  grouping: fc.constantFrom("", " ", "\u00a0", "other mark"),
  dates: fc.constantFrom("iso", "dmy", "mdy", "ymd"),
  shuffle: fc.boolean(),
  french: fc.boolean(),
});
type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never;

const HEADINGS = {
  fr: ["Identifiant", "Client", "Nom du produit", "Montant", "Reste dû", "Émise le", "Échue le"],
  en: ["id", "customer_id", "name", "amount", "outstanding", "issued_on", "due_on"],
};

function numberText(cents: number, { mark, grouping }: Dialect): string {
  const [whole, decimals] = (Math.abs(cents) / 100).toFixed(2).split(".") as [string, string];
  const separator = grouping === "other mark" ? (mark === "," ? "." : ",") : grouping;
  return `${cents < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, separator)}${mark}${decimals}`;
}

function dateText(day: number, { dates }: Dialect): string {
  const [year, month, date] = formatIsoDay(day).split("-") as [string, string, string];
  const forms = {
    iso: `${year}-${month}-${date}`,
    dmy: `${date}/${month}/${year}`,
    mdy: `${month}/${date}/${year}`,
    ymd: year + month + date,
  };
  return forms[dates];
}

function write(rows: readonly Row[], form: Dialect): Buffer {
  const quoted = (text: string) =>
    form.quoteAll || /["\n\r;,|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const table = [
    [...HEADINGS[form.french ? "fr" : "en"]],
    ...rows.map((each) => {
      const money = numberText(each.cents, form);
      return [
        each.id,
        each.customer,
        each.product,
        money,
        money,
        dateText(each.visitedOn, form),
        dateText(each.visitedOn, form),
      ];
    }),
  ];
  if (form.shuffle) for (const cells of table) cells.reverse();
  const text =
    table.map((cells) => cells.map(quoted).join(form.delimiter)).join("\n") + (form.lastEnd ? "\n" : "");
  const [encoding, mark] = form.encoding.split(" ");
  return iconv.encode(text.replaceAll("\n", form.end), encoding!, { addBOM: mark === "BOM" });
}

describe("a table written as CSV in any dialect", () => {
  test("loads as the same table", async () => {
    const cases = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 25 }), form: dialect });
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows: contents, form }) => {
        // One date that proves the order, as any real column has, and one number that shows its decimal mark.
        const proof = { customer: "é", product: "p", cents: 12_345, visitedOn: dayOf(2024, 3, 25) };
        const rows: Row[] = [...contents, proof].map((each, at) => ({ ...each, id: `F${at}` }));
        const connector = filesConnector({ folders: false });
        const files = [{ name: "factures.csv", bytes: write(rows, form) }];
        const connection = await connector.connect(
          { files, dataDate: "2024-06-30" },
          new AbortController().signal,
        );
        const collected = await collect(load(connection, connector.declaration));
        if (!collected.ok) throw new Error(JSON.stringify(collected.failure));
        expect(collected.value.rejected.invoices.sample).toEqual([]);
        const read = Array.from(toChunks(collected.value.data.tables.invoices), ({ columns }) => columns);
        const all = (column: string) => read.flatMap((columns) => columns[column]!);
        expect(all("id")).toEqual(rows.map(({ id }) => id));
        expect(all("customer_id")).toEqual(rows.map(({ customer }) => customer.trim()));
        expect(all("amount")).toEqual(rows.map(({ cents }) => cents / 100 + 0));
        expect(all("outstanding")).toEqual(all("amount"));
        expect(all("issued_on")).toEqual(rows.map(({ visitedOn }) => visitedOn));
        expect(all("due_on")).toEqual(all("issued_on"));
      }),
      { numRuns: runs(300, 60), seed },
    );
  });
});
