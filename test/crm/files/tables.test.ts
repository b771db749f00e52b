import { noteSentence } from "../../../src/i18n";
import {
  column,
  dates,
  type Files,
  failureOf,
  HEADINGS,
  line,
  loaded,
  notesOf,
  open,
  orders,
  setAside,
} from "./reading";

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
    expect(column(collected, "channel")).toEqual(["field", "store", "web", "phone", null]);
    expect(setAside(collected)).toEqual([]);
    expect(collected.notes).toContainEqual(
      expect.objectContaining({ code: "cells-unread", params: expect.objectContaining({ value: "fax" }) }),
    );
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
        columns: ["ordered_on"],
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
    const { notes = [], lacks = [], tables } = await open(files);
    expect(tables).toEqual(["salespeople", "customers", "products", "order_lines"]);
    expect(notes.map((each) => noteSentence(each, "fr")).join("\n")).toMatch(/Clients : sans fichier/);
    expect(lacks.map(({ fr }) => fr)).toEqual([
      "Sans fichier : Visites, Opportunités, Leads, Factures, Emailings, Entrants.",
      "Sans coûts.",
    ]);
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
    expect(await notesOf(files)).toContainEqual({
      code: "targets-unreadable",
      file: "objectifs.csv",
      places: ["objectifs.csv:3"],
    });
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
