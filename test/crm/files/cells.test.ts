/** Dates, numbers and names of files as people export them: read right, asked, or told. */
import { column, dates, loaded, notesOf, setAside } from "./reading";

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

describe("dates", () => {
  const on = (...cells: string[]) => ({
    "ventes.csv": csv("Date;Client;Montant", ...cells.map((cell) => `${cell};A;1`)),
  });

  test("American dates of a month's first days, in order of time, are told and read month first", async () => {
    const files = on("03/01/2024", "03/02/2024", "03/05/2024", "03/12/2024");
    expect(dates(await loaded(files))).toEqual(["2024-03-01", "2024-03-02", "2024-03-05", "2024-03-12"]);
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "dates-guessed", order: "mdy" }),
    );
  });

  test("one line of another form outvotes nobody: it is set aside and told", async () => {
    const files = on("03/14/2024", "03/15/2024", "25/03/2024", "03/05/2024");
    const collected = await loaded(files);
    expect(dates(collected)).toEqual(["2024-03-14", "2024-03-15", "2024-03-05"]);
    expect(setAside(collected)).toEqual(["ventes.csv:4 row-bad-date"]);
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "dates-contradicting", count: 1, order: "mdy" }),
    );
  });

  test.each([
    ["a year of two digits in front", ["24/12/31", "24/03/15"], ["2024-12-31", "2024-03-15"]],
    ["a year of two digits behind", ["31/12/23", "15/03/24"], ["2023-12-31", "2024-03-15"]],
    [
      "months by name",
      ["31-déc-23", "15 mars 2024", "Mar 15, 2024", "1er avril 2024"],
      ["2023-12-31", "2024-03-15", "2024-03-15", "2024-04-01"],
    ],
    ["serial numbers of Excel", ["45366", "45367.5"], ["2024-03-15", "2024-03-16"]],
  ])("%s", async (_, cells, expected) => {
    expect(dates(await loaded(on(...cells)))).toEqual(expected);
  });

  test("a person says which comes first", async () => {
    const mapping = JSON.stringify({ order_lines: { dates: "mdy" } });
    const files = { ...on("03/04/2024"), "vigie-mapping.json": mapping };
    expect(dates(await loaded(files))).toEqual(["2024-03-04"]);
    expect((await notesOf(files)).map(({ code }) => code)).not.toContain("dates-guessed");
  });
});

describe("numbers", () => {
  const amounts = (...cells: string[]) => ({
    "ventes.csv": csv("Date;Client;Montant", ...cells.map((cell) => `2024-03-15;A;${cell}`)),
  });

  test("three digits behind every point are thousands, and told", async () => {
    const files = { "ventes.csv": amounts("1.250", "12.500", "980")["ventes.csv"].replaceAll(";", "\t") };
    expect(column(await loaded(files), "revenue")).toEqual([1250, 12500, 980]);
    expect(await notesOf(files)).toContainEqual(expect.objectContaining({ code: "decimals-guessed" }));
  });

  test("currencies in front, typographic apostrophes, zeros of accounting", async () => {
    const collected = await loaded(amounts("EUR 1 234,50", "1’234,50", "-   €", "2,5"));
    expect(column(collected, "revenue")).toEqual([1234.5, 1234.5, 0, 2.5]);
  });

  test("a cell that says nothing leaves the rest of its line", async () => {
    const files = {
      "ventes.csv": csv("Date;Client;Montant;Coût", "2024-03-15;A;10;N/A", "2024-03-16;A;20;5"),
    };
    const collected = await loaded(files);
    expect([column(collected, "revenue"), column(collected, "cost"), setAside(collected)]).toEqual([
      [10, 20],
      [null, 5],
      [],
    ]);
  });

  test.each([
    ["Probabilité (%)", ["0,2", "0,75", "1"], [0.2, 0.75, 1]],
    ["Probabilité (%)", ["20", "75", "100"], [0.2, 0.75, 1]],
    ["Probabilité", ["20", "75", "100"], [0.2, 0.75, 1]],
    ["Probabilité", ["20 %", "75 %", "100 %"], [0.2, 0.75, 1]],
  ])("shares under %s: %j", async (heading, cells, expected) => {
    const lines = cells.map((cell, at) => `D${at};S;2024-01-01;2024-06-01;Devis;Ouverte;100;${cell}`);
    const file = csv(`Nom;Commercial;Créée le;Échéance;Étape;Statut;Montant;${heading}`, ...lines);
    expect(column(await loaded({ "opportunites.csv": file }), "probability", "opportunities")).toEqual(
      expected,
    );
  });
});

describe("decimal commas without quotes in a comma file", () => {
  test("some lines one cell longer than others are set aside", async () => {
    const files = {
      "ventes.csv": csv(
        "Date,Client,Montant,Coût",
        "2024-03-15,A,12,",
        "2024-03-16,A,12,50,",
        "2024-03-17,A,8,",
      ),
    };
    const collected = await loaded(files);
    expect([column(collected, "revenue"), setAside(collected)]).toEqual([
      [12, 8],
      ["ventes.csv:3 row-wrong-cells"],
    ]);
  });

  test("amounts cut at their comma are refused, not taken for costs", async () => {
    const lines = ["10,05", "7,50", "12,99", "3,00"].map((amount) => `2024-03-15,A,${amount}`);
    await expect(loaded({ "ventes.csv": csv("Date,Client,Montant,Coût", ...lines) })).rejects.toMatchObject({
      failure: { code: "file-decimal-commas" },
    });
  });
});

describe("who is who", () => {
  test("a code tells namesakes apart; the name stays their name", async () => {
    const files = {
      "ventes.csv": csv(
        "Date;Client;Code client;Montant",
        "2024-03-15;Martin;C1;10",
        "2024-03-16;Martin;C2;20",
      ),
    };
    const collected = await loaded(files);
    expect(column(collected, "customer_id")).toEqual(["C1", "C2"]);
    expect(column(collected, "name", "customers")).toEqual(["Martin", "Martin"]);
  });

  test("without codes the same name in other letters is the same customer, in its most frequent spelling", async () => {
    const names = ["Société Générale", "SOCIETE  GENERALE", "Société Générale", "Dupont"];
    const files = {
      "ventes.csv": csv("Date;Client;Montant", ...names.map((name) => `2024-03-15;${name};1`)),
    };
    const collected = await loaded(files);
    expect(column(collected, "name", "customers")).toEqual(["Société Générale", "Dupont"]);
    expect(column(collected, "customer_id")).toEqual([
      "Société Générale",
      "Société Générale",
      "Société Générale",
      "Dupont",
    ]);
  });

  test("with a file of customers a name finds its code; a name of two is set aside", async () => {
    const files = {
      "clients.csv": csv("Code;Nom", "C1;Dupont", "C2;Martin", "C3;Martin"),
      "ventes.csv": csv(
        "Date;Client;Montant",
        "2024-03-15;Dupont;1",
        "2024-03-15;C2;2",
        "2024-03-15;martin;3",
      ),
    };
    const collected = await loaded(files);
    expect([column(collected, "customer_id"), setAside(collected)]).toEqual([
      ["C1", "C2"],
      ["ventes.csv:4 row-ambiguous-reference"],
    ]);
  });

  test("ids that a spreadsheet rounded are told", async () => {
    const files = {
      "ventes.csv": csv("Date;Code client;Montant", "2024-03-15;1,23E+05;1", "2024-03-15;123456;2"),
    };
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "ids-scientific", count: 1 }),
    );
  });
});
