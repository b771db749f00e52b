/** Each fault found in files as people export them, and its kind's other places: read right, asked, or told. */
import { column, dates, loaded, notesOf, setAside } from "./reading";

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

describe("states of documents", () => {
  const file = csv(
    "N° commande;Date;Client;Produit;Statut;Qté;Montant HT",
    "1;15/03/2024;A;P;Confirmée;1;100",
    "2;16/03/2024;A;P;Annulée;1;200",
    "3;17/03/2024;A;P;Brouillon;1;300",
    "4;18/03/2024;A;P;Devis;1;400",
    "5;19/03/2024;A;P;Livrée;1;50",
    "6;20/03/2024;A;P;Zorglub;1;7",
  );

  test("those that are no sales are left out and counted; unknown ones are told", async () => {
    expect(column(await loaded({ "commandes.csv": file }), "revenue")).toEqual([100, 50, 7]);
    const notes = await notesOf({ "commandes.csv": file });
    const states = notes.filter(({ code }) => code === "rows-left-out-by-state");
    expect(states.map(({ state, count }) => [state, count])).toEqual([
      ["Annulée", 1],
      ["Brouillon", 1],
      ["Devis", 1],
    ]);
    expect(notes).toContainEqual(
      expect.objectContaining({ code: "state-unknown", state: "Zorglub", count: 1 }),
    );
  });

  test("a person decides what a state means", async () => {
    const mapping = JSON.stringify({ order_lines: { states: { Zorglub: false, devis: true } } });
    const collected = await loaded({ "commandes.csv": file, "vigie-mapping.json": mapping });
    expect(column(collected, "revenue")).toEqual([100, 400, 50]);
  });

  test("a column called Statut that holds no states of documents takes no row away", async () => {
    const clients = csv(
      "N° commande;Date;Client;Statut;Montant HT",
      "1;15/03/2024;A;Prospect;10",
      "2;15/03/2024;B;Fidèle;20",
    );
    expect(column(await loaded({ "commandes.csv": clients }), "revenue")).toEqual([10, 20]);
  });
});

describe("currencies", () => {
  test.each([
    ["Code devise", "USD"],
    ["Deal currency", "usd"],
    ["Devise", "$"],
  ])("a column %s is seen: a file in one currency is in that one", async (heading, cell) => {
    const files = { "ventes.csv": csv(`Date;Client;Montant;${heading}`, `2024-03-15;A;10;${cell}`) };
    expect(column(await loaded(files), "revenue")).toEqual([10]);
    expect((await notesOf(files)).map(({ code }) => code)).not.toContain("currency-assumed");
  });

  test.each(["€", "Euro", "EUR", "euros"])("%s is the euro", async (cell) => {
    const files = { "ventes.csv": csv("Date;Client;Montant;Devise", `2024-03-15;A;10;${cell}`) };
    const collected = await loaded(files);
    expect([column(collected, "revenue"), setAside(collected)]).toEqual([[10], []]);
  });

  test("a sign beside an amount is its currency: another one without a rate is set aside, and told", async () => {
    const files = {
      "ventes.csv": csv("Date;Client;Montant", "2024-03-15;A;10 €", "2024-03-15;B;$20", "2024-03-16;C;£30"),
    };
    const collected = await loaded(files);
    expect(column(collected, "revenue")).toEqual([10]);
    expect(setAside(collected)).toEqual([
      "ventes.csv:3 row-currency-without-rate",
      "ventes.csv:4 row-currency-without-rate",
    ]);
    expect(await notesOf(files)).toContainEqual({
      code: "currency-several",
      currency: "EUR",
      others: ["USD", "GBP"],
    });
  });

  test("a currency in the heading", async () => {
    const files = { "ventes.csv": csv("Date;Client;Montant HT (USD)", "2024-03-15;A;10") };
    expect(column(await loaded(files), "revenue")).toEqual([10]);
    expect((await notesOf(files)).map(({ code }) => code)).not.toContain("currency-assumed");
  });

  test("none at all is told", async () => {
    const files = { "ventes.csv": csv("Date;Client;Montant", "2024-03-15;A;10") };
    expect(await notesOf(files)).toContainEqual({ code: "currency-assumed", currency: "EUR" });
  });
});

describe("taxes", () => {
  test("an amount without tax comes first, whatever the order of columns", async () => {
    const orders = ["Montant HT", "TVA", "Montant TTC"];
    const cells: Record<string, string> = { "Montant HT": "100", TVA: "20", "Montant TTC": "120" };
    for (const order of [orders, [...orders].reverse(), ["TVA", "Montant TTC", "Montant HT"]]) {
      const file = csv(
        `Date;Client;${order.join(";")}`,
        `2024-03-15;A;${order.map((each) => cells[each]).join(";")}`,
      );
      expect(column(await loaded({ "ventes.csv": file }), "revenue")).toEqual([100]);
    }
  });

  test("tax is taken off; without it the amount is told", async () => {
    const both = { "ventes.csv": csv("Date;Client;TVA;Total TTC", "2024-03-15;A;20;120") };
    expect(column(await loaded(both), "revenue")).toEqual([100]);
    const alone = { "ventes.csv": csv("Date;Client;Total TTC", "2024-03-15;A;120") };
    expect(column(await loaded(alone), "revenue")).toEqual([120]);
    expect(await notesOf(alone)).toContainEqual(
      expect.objectContaining({ code: "column-gross", heading: "Total TTC" }),
    );
    const inCells = { "ventes.csv": csv("Date;Client;Montant", "2024-03-15;A;120,00 TTC") };
    expect(await notesOf(inCells)).toContainEqual(expect.objectContaining({ code: "column-gross" }));
  });
});

describe("several headings that fit", () => {
  const HEADINGS = ["Montant", "Total HT", "CA"];

  test("the same one is taken in any order of columns, and the others are told", async () => {
    for (const order of [HEADINGS, [...HEADINGS].reverse()]) {
      const cells = order.map((each) => ({ Montant: "1", "Total HT": "2", CA: "3" })[each]);
      const files = {
        "ventes.csv": csv(`Date;Client;${order.join(";")}`, `2024-03-15;A;${cells.join(";")}`),
      };
      expect(column(await loaded(files), "revenue")).toEqual([2]);
      const [told] = (await notesOf(files)).filter(({ code }) => code === "column-chosen");
      expect([told?.heading, [...((told?.others ?? []) as string[])].sort()]).toEqual([
        "Total HT",
        ["CA", "Montant"],
      ]);
    }
  });

  test("columns with the same cells leave no doubt", async () => {
    const files = { "ventes.csv": csv("Date;Client;Montant;CA", "2024-03-15;A;5;5", "2024-03-16;A;6;6") };
    expect((await notesOf(files)).filter(({ code }) => code === "column-chosen")).toEqual([]);
  });

  test("two dates, and a heading used twice", async () => {
    const files = { "ventes.csv": csv("Date;Date;Client;Montant", "2024-03-15;2024-03-20;A;5") };
    expect(dates(await loaded(files))).toEqual(["2024-03-15"]);
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "column-chosen", others: ["Date (2)"] }),
    );
  });

  test("the amount of invoices does not hang on the order of columns", async () => {
    const columns = ["HT", "TTC"].map((each) => `Montant ${each}`);
    for (const order of [columns, [...columns].reverse()]) {
      const cells = order.map((each) => (each.endsWith("HT") ? "100" : "120"));
      const files = {
        "factures.csv": csv(
          `N°;Client;Date;Échéance;${order.join(";")};Reste dû`,
          `1;A;2024-03-15;2024-04-15;${cells.join(";")};60`,
        ),
      };
      expect(column(await loaded(files), "amount", "invoices")).toEqual([120]);
      expect((await notesOf(files)).map(({ code }) => code)).toContain("column-chosen");
    }
  });

  test("columns that fill nothing are told", async () => {
    const files = { "ventes.csv": csv("Date;Client;Montant;Ship Mode;Humeur", "2024-03-15;A;5;x;y") };
    expect(await notesOf(files)).toContainEqual({
      code: "column-unused",
      file: "ventes.csv",
      headings: ["Ship Mode", "Humeur"],
    });
  });
});

describe("what the mutated files showed", () => {
  test("a heading twice is a doubt about the names, never their ids", async () => {
    const files = {
      "ventes.csv": csv("Date;Client;Montant;Client", "2024-03-15;A;10;7", "2024-03-16;B;20;7"),
    };
    expect(column(await loaded(files), "name", "customers")).toEqual(["A", "B"]);
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "column-chosen", heading: "Client", others: ["Client (2)"] }),
    );
  });

  test("lines without any region say so", async () => {
    const files = { "ventes.csv": csv("Date;Client;Montant", "2024-03-15;A;10") };
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "column-absent", column: "region" }),
    );
  });

  test("a row without net amount is set aside, its gross amount is not taken among net ones", async () => {
    const files = {
      "ventes.csv": csv("Date;Client;Montant HT;Montant TTC", "2024-03-15;A;10;12", "2024-03-16;A;;24"),
    };
    const collected = await loaded(files);
    expect([column(collected, "revenue"), setAside(collected)]).toEqual([
      [10],
      ["ventes.csv:3 row-missing-value"],
    ]);
  });
});
