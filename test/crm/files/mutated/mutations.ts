import fc from "fast-check";
import { formatIsoDay } from "../../../../src/sales/calendar";
import { FRENCH_MONTHS } from "../../../support/months";
import type { Sale } from "./sales";
import { type Column, type Holds, type Writing, withCells, withColumn, withRow } from "./sheet";

/** A change that real exports show. `number` in [0, 2³¹) chooses among its forms. */
export interface Mutation {
  readonly name: string;
  readonly apply: (writing: Writing, number: number, rows: readonly Sale[]) => Writing;
}

const pick = <T>(choices: readonly T[], number: number): T => choices[number % choices.length] as T;

/** Headings under which the same thing is found in exports; the last of each list is nobody's standard. */
const OTHER_HEADINGS: Readonly<Partial<Record<Holds, readonly string[]>>> = {
  day: ["Order Date", "DATE COMMANDE", "date", "Date de vente", "Jour"],
  customer: ["Customer Name", "Nom du client", "Raison sociale", "CUSTOMER", "Acheteuse"],
  region: ["Region", "Zone géographique", "Territory", "Coin"],
  product: ["Product Name", "Désignation", "Article", "Truc"],
  seller: ["Sales Rep", "Vendeur", "Nom du commercial", "Qui"],
  quantity: ["Qté", "Qty", "Nombre", "Combien"],
  revenue: ["Total HT", "Net amount", "CA", "Sales", "Chiffre d'affaires", "Mnt"],
};

const EXCEL_DAY_ZERO = 25_569;

const dateForms: readonly ((sale: Sale) => string)[] = [
  dated(([year, month, day]) => `${day}/${month}/${year}`),
  dated(([year, month, day]) => `${month}/${day}/${year}`),
  dated(([year, month, day]) => `${day}.${month}.${year.slice(2)}`),
  dated(([year, month, day]) => `${year.slice(2)}/${month}/${day}`),
  dated(([year, month, day]) => `${Number(day)}-${FRENCH_MONTHS[Number(month) - 1]}-${year.slice(2)}`),
  dated(([year, month, day]) => `${year}${month}${day}`),
  dated(([year, month, day]) => `${day}/${month}/${year} 14:05`),
  ({ day }) => String(day + EXCEL_DAY_ZERO),
];

function dated(form: (parts: [string, string, string]) => string): (sale: Sale) => string {
  return ({ day }) => form(formatIsoDay(day).split("-") as [string, string, string]);
}

/** A number with its groups of three and its decimal mark. */
function grouped(cents: number, group: string, mark: string): string {
  const [whole = "", decimals = ""] = (Math.abs(cents) / 100).toFixed(2).split(".");
  return `${cents < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${mark}${decimals}`;
}

const amountForms: readonly ((cents: number) => string)[] = [
  (cents) => grouped(cents, "", ","),
  (cents) => grouped(cents, "\u202f", ","),
  (cents) => grouped(cents, ".", ","),
  (cents) => grouped(cents, ",", "."),
  (cents) => grouped(cents, "’", "."),
  (cents) => `${grouped(cents, " ", ",")} €`,
  (cents) => `EUR ${grouped(cents, " ", ",")}`,
  (cents) => `${grouped(cents, ",", ".")} $`,
  (cents) => `${grouped(cents, " ", ",")} € HT`,
  (cents) => `${grouped(cents, " ", ",")} TTC`,
  // Three decimals: a program that keeps thousandths.
  (cents) => `${(cents / 100).toFixed(3)}`.replace(".", ","),
];

const other = (heading: string, cells: readonly string[]): Column => ({ holds: "other", heading, cells });

const has = ({ columns }: Writing, holds: Holds): boolean => columns.some((column) => column.holds === holds);

/** Rows that are no sales of ours stand below them: they repeat the first. */
const asLong = (column: Column, { columns }: Writing): Column => ({
  ...column,
  cells: (columns[0]?.cells ?? []).map((_, row) => column.cells[row] ?? column.cells[0] ?? ""),
});

const addColumn = (writing: Writing, column: Column, at: number): Writing => ({
  ...writing,
  columns: writing.columns.toSpliced(at % (writing.columns.length + 1), 0, asLong(column, writing)),
});

const ENCODINGS = ["utf-8 BOM", "utf-16le BOM", "utf-16be BOM", "windows-1252", "macintosh", "cp850"];

const MUTATIONS: readonly Mutation[] = [
  {
    name: "a heading renamed",
    apply: (writing, number) => {
      const holds = pick(Object.keys(OTHER_HEADINGS) as Holds[], number);
      const heading = pick(OTHER_HEADINGS[holds] ?? [], Math.floor(number / 7));
      return withColumn(writing, holds, (column) => ({ ...column, heading }));
    },
  },
  {
    name: "columns shuffled",
    apply: (writing, number) => ({
      ...writing,
      columns: writing.columns
        .map((column, at) => ({ column, key: Math.imul(number + at * 7919, 2_654_435_761) >>> 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ column }) => column),
    }),
  },
  {
    name: "a rival column of amounts",
    apply: (writing, number, rows) => {
      if (!has(writing, "revenue")) return writing;
      const heading = pick(
        ["Montant TTC", "Total", "CA", "Total TTC", "Ancien montant HT", "Montant net"],
        number,
      );
      return addColumn(
        writing,
        other(
          heading,
          rows.map(({ cents }) => ((cents * 1.2) / 100).toFixed(2)),
        ),
        number,
      );
    },
  },
  {
    name: "a second date",
    apply: (writing, number, rows) => {
      if (!has(writing, "day")) return writing;
      const heading = pick(["Date facture", "Date", "Date de livraison", "Créé le"], number);
      return addColumn(
        writing,
        other(
          heading,
          rows.map(({ day }) => formatIsoDay(day + 1)),
        ),
        number,
      );
    },
  },
  {
    name: "dates in another form",
    apply: (writing, number, rows) => {
      const form = pick(dateForms, number);
      return withCells(writing, "day", (cell, row) => (rows[row] ? form(rows[row]) : cell));
    },
  },
  {
    name: "one date in another order",
    apply: (writing, number, rows) => {
      // The one date and one of the others must show their order: of 05/04 among 06/03 nobody could tell.
      const telling = rows.flatMap(({ day }, row) => (Number(formatIsoDay(day).slice(8)) > 12 ? [row] : []));
      const at = telling.length > 1 ? telling[number % telling.length] : undefined;
      const [usual, odd] = number % 2 ? ([0, 1] as const) : ([1, 0] as const);
      return withCells(writing, "day", (cell, row) =>
        rows[row] ? (dateForms[row === at ? odd : usual]?.(rows[row]) ?? "") : cell,
      );
    },
  },
  {
    name: "amounts in another form",
    apply: (writing, number, rows) => {
      const form = pick(amountForms, number);
      return withCells(writing, "revenue", (cell, row) => (rows[row] ? form(rows[row].cents) : cell));
    },
  },
  {
    name: "an amount that is none",
    apply: (writing, number, rows) =>
      withCells(writing, "revenue", (cell, row) =>
        row === number % rows.length ? pick(["N/A", "abc", "#REF!", "12,5,3", "1..2", ""], number) : cell,
      ),
  },
  {
    name: "a date that is none",
    apply: (writing, number, rows) =>
      withCells(writing, "day", (cell, row) =>
        row === number % rows.length ? pick(["31/02/2024", "demain", "0000-00-00", "", "45"], number) : cell,
      ),
  },
  {
    name: "a column of states",
    apply: (writing, number, rows) => {
      const sold = pick(["Confirmée", "Livrée", "Shipped", "Facturée"], number);
      const not = pick(["Annulée", "Brouillon", "Devis", "Cancelled", "Zombie"], Math.floor(number / 4));
      const heading = pick(["Statut", "État de la commande", "Order status"], Math.floor(number / 20));
      const states = addColumn(
        writing,
        other(
          heading,
          rows.map(() => sold),
        ),
        number,
      );
      return {
        ...states,
        columns: states.columns.map((column) => ({
          ...column,
          cells: [...column.cells, column.heading === heading ? not : (column.cells[0] ?? "")],
        })),
      };
    },
  },
  {
    name: "a column of currencies",
    apply: (writing, number, rows) =>
      addColumn(
        writing,
        other(
          pick(["Devise", "Code devise", "Deal currency"], number),
          rows.map((_, row) => (row % 3 === 1 && number % 2 ? "USD" : pick(["EUR", "€", "Euro"], number))),
        ),
        number,
      ),
  },
  {
    name: "titles above",
    apply: (writing) => ({ ...writing, above: ["Export des ventes", "Édité le 30/06/2024", ""] }),
  },
  {
    name: "totals below",
    apply: (writing, number, rows) => ({
      ...writing,
      below: [pick(["Total", "Total général", "Sous-total Fraise", "TOTAL :"], number)].map(
        (word) => `${word}${"|".repeat(6)}${rows.reduce((sum, { cents }) => sum + cents, 0) / 100}`,
      ),
    }),
  },
  {
    name: "a sale of tomorrow",
    apply: (writing) => withRow(writing, { day: "2024-08-15" }),
  },
  {
    name: "another encoding",
    apply: (writing, number) => ({ ...writing, encoding: pick(ENCODINGS, number) }),
  },
  {
    name: "another delimiter",
    apply: (writing, number) => ({ ...writing, delimiter: pick([",", "\t", "|"], number) }),
  },
  {
    name: "decimal commas not quoted in a comma file",
    apply: (writing, _, rows) => ({
      ...withCells(writing, "revenue", (cell, row) => (rows[row] ? amountForms[0]!(rows[row].cents) : cell)),
      delimiter: ",",
      quotes: false,
    }),
  },
  {
    name: "a workbook",
    apply: (writing, number) => ({ ...writing, kind: pick(["xlsx", "ods"] as const, number) }),
  },
  {
    name: "a name that says nothing",
    apply: (writing, number) => ({
      ...writing,
      name: pick(["export", "Classeur1", "data (3)", "clients", "0042"], number),
    }),
  },
  {
    name: "a heading twice",
    apply: (writing, number, rows) => {
      const { heading } = pick(writing.columns, number);
      return addColumn(
        writing,
        other(
          heading,
          rows.map((_, row) => String(row)),
        ),
        writing.columns.length,
      );
    },
  },
  {
    name: "a column lost",
    apply: (writing, number) => {
      // With a second date or amount beside, nobody could tell that the lost one was another.
      if (has(writing, "other")) return writing;
      const lost = pick(writing.columns, number);
      return { ...writing, columns: writing.columns.filter((column) => column !== lost) };
    },
  },
  {
    name: "spaces around and within",
    apply: (writing, number) =>
      withCells(writing, pick(["customer", "region", "seller"] as const, number), (cell, row) =>
        row % 2 ? ` ${cell.replace(" ", "\u00a0")}  ` : cell,
      ),
  },
];

/** One to four mutations, each with the number that chooses its form. */
export const mutations = fc.array(fc.record({ mutation: fc.constantFrom(...MUTATIONS), number: fc.nat() }), {
  minLength: 1,
  maxLength: 4,
});
