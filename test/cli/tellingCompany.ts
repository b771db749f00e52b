import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TABLES, type TableName } from "../../src/sales/schema";
import type { Row, Rows } from "../kpi/sales";

/**
 * A company in which every name, id and amount is unlike any other, so that one found in a file tells whose it is.
 * Customers without region, sales across regions, rows of nobody and namesakes are there as in real data.
 */
const REGIONS = ["Septentrion", "Méridion & Sud", "Ponant", "Levant", "Cœur-de-Pays"];
const DATA_YEAR = 2026;

/** A fixed draw of whole numbers below `limit`. */
function draws(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

const draw = draws(7);
/** Four-letter words without repetition. */
const word = (number: number): string =>
  Array.from({ length: 4 }, (_, place) => "bcdfghjklm"[Math.floor(number / 10 ** place) % 10]).join(
    "aeiou"[number % 5],
  );

const many = (count: number, row: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => row(at));
const sometimes = (share: number, value: string): string | null => (draw(100) < share * 100 ? value : null);
/** Four decimals, each amount once. */
let amounts = 0;
const amount = (): number => (draw(900_000) + 10_000) / 100 + (++amounts % 99) / 10_000 + 0.0001;
const day = (): string =>
  `${DATA_YEAR - draw(2)}-${String(1 + draw(10)).padStart(2, "0")}-${String(1 + draw(28)).padStart(2, "0")}`;

const salespeople = many(10, (at) => ({
  id: `VEN${at}Z`,
  name: `Vendeur ${word(100 + at)}`,
  team: `Équipe ${word(200 + at)}`,
  region: REGIONS[at % 5]!,
}));
const customers = many(60, (at) => ({
  id: `CLI${String(at).padStart(3, "0")}Q`,
  name: `Client <${word(300 + at)}> & fils`,
  sector: `Secteur ${word(400 + (at % 12))}`,
  region: at % 10 === 0 ? null : REGIONS[at % 5]!,
  salesperson_id: at % 7 === 0 ? null : `VEN${draw(10)}Z`,
  created_on: day(),
}));
const products = many(24, (at) => ({
  id: `PRO${String(at).padStart(2, "0")}W`,
  name: `Produit "${word(500 + at)}"`,
  family: `Famille ${word(600 + Math.floor(at / 2))}`,
}));
const shops = many(10, (at) => ({
  id: `MAG${at}K`,
  name: `Magasin ${word(700 + at)}`,
  region: REGIONS[at % 5]!,
}));

/** Someone of the customer's region, one time in ten of another; each region has products of its own. */
function sale() {
  const at = draw(60);
  const region = draw(10) === 0 ? draw(5) : at % 5;
  return {
    customer_id: customers[at]!.id as string,
    salesperson_id: `VEN${region + 5 * draw(2)}Z`,
    product_id: products[draw(3) === 0 ? draw(4) : 4 + (at % 5) * 4 + draw(4)]!.id as string,
  };
}

export const TELLING_COMPANY: Rows = {
  salespeople,
  customers,
  products,
  points_of_sale: shops,
  order_lines: many(500, (at) => ({
    id: `LIG${String(at).padStart(4, "0")}X`,
    order_id: `COM${String(Math.floor(at / 2)).padStart(4, "0")}Y`,
    ordered_on: day(),
    invoiced_on: sometimes(0.9, day()),
    ...sale(),
    point_of_sale_id: sometimes(0.3, `MAG${draw(10)}K`),
    channel: "field",
    quantity: 1 + draw(9),
    revenue: amount(),
    cost: amount(),
  })),
  visits: many(80, (at) => ({
    id: `VIS${at}X`,
    visited_on: day(),
    salesperson_id: `VEN${draw(10)}Z`,
    customer_id: sometimes(0.8, sale().customer_id),
  })),
  opportunities: many(60, (at) => ({
    id: `OPP${at}X`,
    name: `Affaire ${word(1000 + at)}`,
    ...sale(),
    created_on: day(),
    expected_on: `${DATA_YEAR}-12-${String(1 + draw(28)).padStart(2, "0")}`,
    closed_on: null,
    stage: `Étape ${word(1100 + draw(4))}`,
    status: (["open", "open", "won", "lost"] as const)[draw(4)]!,
    amount: amount(),
    probability: draw(100) / 100,
  })),
  leads: many(40, (at) => ({
    id: `LEA${at}X`,
    created_on: day(),
    salesperson_id: sometimes(0.7, `VEN${draw(10)}Z`),
    source: `Salon ${word(1200 + draw(20))}`,
    rating: (["hot", "warm", "cold"] as const)[draw(3)]!,
    status: "ouvert",
  })),
  invoices: many(90, (at) => ({
    id: `FAC${at}X`,
    customer_id: sale().customer_id,
    salesperson_id: sometimes(0.7, `VEN${draw(10)}Z`),
    issued_on: day(),
    due_on: day(),
    amount: amount(),
    outstanding: amount(),
  })),
  campaigns: many(4, (at) => ({
    id: `CAM${at}X`,
    name: `Lettre ${word(1300 + at)}`,
    sent_on: day(),
    sent: 900 + at,
    delivered: 800 + at,
    opened: 300 + at,
    clicked: 30 + at,
  })),
  contacts_in: many(60, (at) => ({
    id: `ENT${at}X`,
    received_on: day(),
    channel: "phone",
    reason: `Motif ${word(1400 + draw(12))}`,
    customer_id: sometimes(0.7, sale().customer_id),
    product_id: sometimes(0.7, sale().product_id),
  })),
};

export const TELLING_TARGETS: readonly Row[] = [
  ["", ""],
  ...REGIONS.map((region) => ["region", region]),
  ...salespeople.map(({ id }) => ["commercial", String(id)]),
  ...products.slice(0, 4).map(({ name }) => ["produit", String(name)]),
].flatMap(([dimension = "", member = ""]) =>
  ["2026", "2026-T4"].map((period) => ({ kpi: "CA", dimension, member, period, value: amount() * 100 })),
);

const quoted = (value: Row[string] | undefined): string => `"${String(value ?? "").replaceAll('"', '""')}"`;

/** The company as a folder of CSV files. */
export function writeCsv(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, columns: readonly string[], rows: readonly Row[]) =>
    writeFileSync(
      join(folder, `${name}.csv`),
      [columns, ...rows.map((row) => columns.map((column) => row[column]))]
        .map((line) => line.map(quoted).join(","))
        .join("\n"),
    );
  for (const [table, rows] of Object.entries(TELLING_COMPANY) as [TableName, readonly Row[]][])
    write(
      table,
      TABLES[table].columns.map(({ name }) => name),
      rows,
    );
  write("targets", ["kpi", "dimension", "member", "period", "value"], TELLING_TARGETS);
}
