import fc from "fast-check";
import type { Block } from "../../src/dashboard/declaration";
import { capacity } from "../../src/dashboard/facts";
import { layoutSheets } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { claims, collisions, inside, overlap, wholeOf } from "./geometry";
import { facts, names } from "./madeUp";

const AXES = ["commercial", "region", "secteur", "famille", "produit", "client", "point de vente", "canal"];

const laidOut = (count: number, length: number, language: "fr" | "en" = "fr"): SheetPlan[] =>
  layoutSheets(
    DASHBOARDS,
    facts(Object.fromEntries(AXES.map((axis) => [axis, names(count, length)])), language),
  );

const formulasOf = ({ cells }: SheetPlan): string[] =>
  cells.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : []));

const blocksOf = (kind: Block["kind"]): Block[] =>
  DASHBOARDS.flatMap(({ bands }) => bands.flatMap(({ blocks }) => blocks.map(({ block }) => block))).filter(
    (block) => block.kind === kind,
  );

describe("the dashboards", () => {
  it("stand in their order, each with its own name in both languages", () => {
    expect(laidOut(3, 9).map(({ name }) => name)).toEqual([
      "Matinée",
      "Chiffre d'affaires",
      "Clients",
      "Commerciaux",
      "Commandes",
      "Opportunités",
      "Encours",
      "Produits et échanges",
    ]);
    expect(new Set(laidOut(3, 9, "en").map(({ name }) => name)).size).toBe(DASHBOARDS.length);
    expect(new Set(DASHBOARDS.map(({ id }) => id)).size).toBe(DASHBOARDS.length);
  });

  it("show the period and the filters on a screen of 1280 pixels beside an open pane", () => {
    const seenCharacters = 120;
    const [morning, ...others] = laidOut(3, 9);
    const edge = (sheet: SheetPlan, last: number) =>
      Object.entries(sheet.columnWidths).reduce(
        (sum, [at, width]) => sum + (Number(at) <= last ? width : 0),
        0,
      );
    expect(morning?.names.map(({ range }) => edge(morning, range.column) <= seenCharacters)).toEqual([
      true,
      true,
      true,
    ]);
    for (const sheet of others) {
      const shown = sheet.cells.filter(
        ({ content }) =>
          content.kind === "formula" && /^=HYPERLINK\("#Vigie_\w+",Vigie_\w+\)$/.test(content.formula),
      );
      expect(shown).toHaveLength(3);
      for (const { column } of shown) expect(edge(sheet, column)).toBeLessThanOrEqual(seenCharacters);
    }
  });

  it("have room for what each formula may answer, from one to three hundred members of any name", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 255 }), (count, length) => {
        for (const sheet of laidOut(count, length)) {
          expect(collisions(sheet)).toEqual([]);
          expect(claims(sheet).filter((claim) => !inside(claim, wholeOf(sheet)))).toEqual([]);
          for (const { range } of sheet.conditionalFormats) expect(inside(range, wholeOf(sheet))).toBe(true);
        }
      }),
      {
        numRuns: 10,
        examples: [
          [1, 1],
          [300, 255],
        ],
        endOnFailure: true,
      },
    );
  });

  it("keep charts off the cells that hold something, and over data of the page", () => {
    for (const sheet of laidOut(24, 20))
      for (const { at, data } of sheet.charts) {
        expect(claims(sheet).filter((claim) => overlap(claim, at))).toEqual([]);
        expect(inside(data, wholeOf(sheet)) && inside(at, wholeOf(sheet))).toBe(true);
      }
  });

  it("name their charts differently within a sheet", () => {
    for (const { charts } of laidOut(24, 20))
      expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
  });

  it("hold the period and filter cells once, on the first sheet, and show them on the others", () => {
    const [first, ...others] = laidOut(5, 9);
    const names = ["Vigie_Periode", "Vigie_Region", "Vigie_Commercial"];
    expect(first?.names.map(({ name }) => name)).toEqual(names);
    expect(first?.cells.filter(({ input }) => input)).toHaveLength(names.length);
    for (const sheet of others) {
      expect(sheet.names).toEqual([]);
      expect(sheet.validations).toEqual([]);
      expect(sheet.cells.some(({ input }) => input)).toBe(false);
      expect(formulasOf(sheet)).toEqual(
        expect.arrayContaining(names.map((name) => `=HYPERLINK("#${name}",${name})`)),
      );
    }
  });

  it("filter every KPI by the cells whose dimension it has, and say so of those it has not", () => {
    for (const sheet of laidOut(5, 9))
      for (const formula of formulasOf(sheet).filter((one) => !one.includes("Période non comprise")))
        for (const [call] of formula.matchAll(/KPI\.(?!MAJ)[A-Z]+\((?:[^()]*)\)/g)) {
          expect(call.includes('"region",Vigie_Region')).toBe(!/TAUXOUVERTURE|TAUXCLIC/.test(call));
          const ofNoSalesperson = /TAUXOUVERTURE|TAUXCLIC|ENTRANTS|RECLAMATIONS/.test(call);
          expect(call.includes('"commercial",Vigie_Commercial')).toBe(!ofNoSalesperson);
        }
    const words = laidOut(5, 9).flatMap(({ cells }) =>
      cells.flatMap(({ content }) => (content.kind === "text" ? [content.text] : [])),
    );
    expect(words).toEqual(expect.arrayContaining(["Ouverture *†", "Clic *†"]));
  });

  it("say once a sheet what its marks mean, and nothing where there are none", () => {
    const legends = laidOut(5, 9).map((sheet) =>
      formulasOf(sheet).find((formula) => formula.includes("Période non comprise")),
    );
    expect(
      legends.filter((legend) => legend?.includes("* toutes régions   † tous commerciaux")),
    ).toHaveLength(1);
    expect(legends.filter((legend) => legend && !/[*†] tou/.test(legend)).length).toBeGreaterThan(2);
    for (const legend of legends) expect(legend).toContain("Source : CRM de démonstration");
  });

  it("colour no cell without a word and a sign for its tier", () => {
    for (const sheet of laidOut(5, 9)) {
      const tiers = formulasOf(sheet).filter((formula) => formula.includes("KPI.NIVEAU("));
      expect(tiers.length > 0 || sheet.conditionalFormats.length === 0).toBe(true);
      for (const formula of tiers) for (const sign of ["●", "▲", "◆"]) expect(formula).toContain(sign);
    }
  });

  it("give the morning page six to ten cards, each the row of a KPI", () => {
    const cards = blocksOf("tiles").slice(0, 2);
    const count = cards.reduce((sum, card) => sum + (card.kind === "tiles" ? card.cards.length : 0), 0);
    expect(count).toBeGreaterThanOrEqual(6);
    expect(count).toBeLessThanOrEqual(10);
  });

  it("cost a bounded number of formulas, whatever the number of members", () => {
    const few = laidOut(1, 9).map((sheet) => formulasOf(sheet).length);
    const many = laidOut(300, 9).map((sheet) => formulasOf(sheet).length);
    expect(many).toEqual(few);
    for (const count of many) expect(count).toBeLessThan(140);
  });

  it("are at most 1,120 pixels wide: a laptop of 1,536 pixels with the pane open", () => {
    for (const { name, columnWidths } of laidOut(24, 20)) {
      const pixels = Object.values(columnWidths).reduce((sum, width) => sum + Math.trunc(width * 7 + 5), 0);
      expect([name, pixels <= 1120]).toEqual([name, true]);
    }
  });

  it("leave no more than two empty rows below a block, whatever the number of members", () => {
    for (const count of [1, 5, 24, 300])
      for (const { bands, id } of DASHBOARDS)
        for (const { block } of bands.flatMap((band) => band.blocks))
          if (block.kind === "comparison" && block.axis === "commercial" && block.most === undefined)
            expect([id, capacity("commercial", facts({ commercial: names(count, 9) })) - count]).toEqual([
              id,
              1,
            ]);
  });
});
