/** Files as programs and people export them: what stands around the table, workbooks, old encodings. */

import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { filesConnector } from "../../../src/crm/files/connector";
import { bytesOf, column, dates, type Files, failureOf, loaded, notesOf, open, setAside } from "./reading";

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

describe("what stands around the table", () => {
  const file = csv(
    "Export des ventes;;;",
    "Édité le 31/03/2024;;;",
    ";;;",
    "Date;Client;Produit;Montant HT",
    "15/03/2024;Dupont;Fraise;100,50",
    "16/03/2024;Durand;Fraise;50",
    "Sous-total Fraise;;;150,50",
    "17/03/2024;Durand;Framboise;25",
    "Total général;;;175,50",
  );

  test("titles above the headings, subtotals and totals are no rows, and are counted", async () => {
    const collected = await loaded({ "ventes.csv": file });
    expect([column(collected, "revenue"), setAside(collected)]).toEqual([[100.5, 50, 25], []]);
    expect(await notesOf({ "ventes.csv": file })).toContainEqual({
      code: "rows-footer",
      file: "ventes.csv",
      count: 2,
    });
  });

  test("a customer called Total is one", async () => {
    const total = csv("Client;Date;Montant", "Total Énergies;15/03/2024;10", "Total;;10");
    const collected = await loaded({ "ventes.csv": total });
    expect(column(collected, "name", "customers")).toEqual(["Total Énergies"]);
  });
});

describe("several files for one table", () => {
  test("are read one after the other", async () => {
    const year = (number: number) => csv("Date;Client;Montant", `15/03/${number};A;${number}`);
    const files = { "ventes-2023.csv": year(2023), "export_ventes_2024 (1).csv": year(2024) };
    expect(column(await loaded(files), "revenue").sort()).toEqual([2023, 2024]);
  });
});

describe("a file of any name", () => {
  test("is understood by its headings, and says so", async () => {
    const files = {
      "extraction-sap-0042.csv": csv(
        "Date commande;Code client;Code article;Qté;Montant HT",
        "15/03/2024;C1;P1;2;10",
      ),
    };
    expect(column(await loaded(files), "quantity")).toEqual([2]);
    expect(await notesOf(files)).toContainEqual(
      expect.objectContaining({ code: "file-table-guessed", table: "order_lines" }),
    );
  });

  test("can be given to a table by the person, a column fixed for all rows", async () => {
    const mapping = {
      order_lines: {
        files: ["x.csv"],
        columns: { ordered_on: "Quand", revenue: "Combien" },
        constants: { channel: "store", "salesperson.name": "Équipe Sud" },
      },
    };
    const files = {
      "x.csv": csv("Quand;Combien", "2024-03-15;12"),
      "vigie-mapping.json": JSON.stringify(mapping),
    };
    const collected = await loaded(files);
    expect([column(collected, "revenue"), column(collected, "channel")]).toEqual([[12], ["store"]]);
    expect(column(collected, "name", "salespeople")).toEqual(["Équipe Sud"]);
    expect(column(collected, "name", "customers")).toEqual(["(non renseigné)"]);
  });

  test("that nobody understands is asked for, with samples, and told when others load", async () => {
    const files = {
      "ventes.csv": csv("Date;Client;Montant", "2024-03-15;A;1"),
      "divers.csv": csv("a;b", "1;2", "3;4"),
    };
    const list = Object.entries(files).map(([name, content]) => ({ name, bytes: bytesOf(content) }));
    const [asked] = (await filesConnector({ folders: false }).filesToMap?.({ files: list })) ?? [];
    expect(asked).toMatchObject({ file: "divers.csv", samples: { a: ["1", "3"], b: ["2", "4"] } });
    expect(asked?.tables).toContain("order_lines");
    expect(await notesOf(files)).toContainEqual({ code: "file-ignored", file: "divers.csv" });
  });
});

describe("what a sheet does not have is worked out", () => {
  test.each([
    ["quantity, price and discount", "Qté;Prix unitaire;Remise", "3;10;0,1", [27, null]],
    ["discount in percent", "Qté;Prix unitaire;Remise (%)", "3;10;10", [27, null]],
    ["profit", "Montant;Marge", "100;30", [100, 70]],
    ["unit cost", "Qté;Montant;Coût unitaire", "2;100;20", [100, 40]],
  ])("an amount and a cost from %s", async (_, headings, cells, expected) => {
    const collected = await loaded({ "ventes.csv": csv(`Date;Client;${headings}`, `2024-03-15;A;${cells}`) });
    expect([...column(collected, "revenue"), ...column(collected, "cost")]).toEqual(expected);
  });

  test("the status of deals from their stage", async () => {
    const stages = ["Closed Won", "Fermée gagnée", "5 - Perdu", "Négociation", "Closed Lost"];
    const lines = stages.map((stage, at) => `D${at},${stage},100,2024-06-01,2024-01-01,S`);
    const collected = await loaded({
      "deals.csv": csv("Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner", ...lines),
    });
    expect(column(collected, "status", "opportunities")).toEqual(["won", "won", "lost", "open", "lost"]);
  });
});

describe("old encodings", () => {
  const text = csv(
    "Date;Client;Montant",
    "2024-03-15;Hôtel de l’Évêché – Béziers;10",
    "2024-03-16;Société Générale;20",
    "2024-03-17;Château Où;5",
  );
  test.each(["macintosh", "cp850", "windows-1252", "utf-8"])("%s", async (encoding) => {
    const plain = encoding === "cp850" ? text.replace("’", "'").replace("–", "-") : text;
    const collected = await loaded({ "ventes.csv": iconv.encode(plain, encoding) });
    expect(column(collected, "name", "customers").slice(1)).toEqual(["Société Générale", "Château Où"]);
  });
});

describe("workbooks", () => {
  const rows = [
    ["Ventes 2024", null, null, null],
    [null, null, null, null],
    ["Date", "Client", "Code produit", "Montant HT"],
    [new Date(Date.UTC(2024, 2, 15)), "Dupont", "P1", 1234.5],
    [new Date(Date.UTC(2024, 2, 16)), "Durand", "P2", -10],
    ["Total", null, null, 1224.5],
  ];

  test.each([
    ["an Excel workbook", "ventes.xlsx", () => writeXlsx({ sheets: [{ name: "Feuil1", rows }] })],
    ["an Excel workbook called .csv", "ventes.csv", () => writeXlsx({ sheets: [{ name: "Feuil1", rows }] })],
    ["an OpenDocument workbook", "ventes.ods", () => writeOds({ sheets: [{ name: "Feuil1", rows }] })],
  ])("%s", async (_, name, write) => {
    const collected = await loaded({ [name]: await write() });
    expect([column(collected, "revenue"), dates(collected)]).toEqual([
      [1234.5, -10],
      ["2024-03-15", "2024-03-16"],
    ]);
  });

  test("several sheets are several tables", async () => {
    const clients = [
      ["Code", "Nom", "Région"],
      ["C1", "Dupont", "Nord"],
    ];
    const ventes = [
      ["Date", "Client", "Montant"],
      ["2024-03-15", "Dupont", 5],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: "Clients", rows: clients },
        { name: "Ventes", rows: ventes },
      ],
    });
    const collected = await loaded({ "export.xlsx": bytes });
    expect([column(collected, "customer_id"), column(collected, "region", "customers")]).toEqual([
      ["C1"],
      ["Nord"],
    ]);
  });

  test.each<[string, () => Promise<Uint8Array>, string]>([
    [
      "under a password",
      () =>
        writeXlsx({ sheets: [{ name: "A", rows }], encryption: { password: "x", spinCount: 1000 } } as never),
      "file-protected",
    ],
    [
      "with macros",
      () => writeXlsx({ sheets: [{ name: "A", rows }], vbaProject: new Uint8Array([1, 2, 3]) }),
      "file-macros",
    ],
    ["without a cell", () => writeXlsx({ sheets: [{ name: "A", rows: [] }] }), "file-empty"],
    [
      "cut off",
      async () => (await writeXlsx({ sheets: [{ name: "A", rows }] })).slice(0, 800),
      "file-damaged",
    ],
    [
      "of before 2007",
      async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)]),
      "file-old-format",
    ],
  ])("one %s gets its own sentence", async (_, write, code) => {
    expect(await failureOf(open({ "ventes.xlsx": await write() } as Files))).toMatchObject({ code });
  });
});
