import fc from "fast-check";
import { dataOf } from "../../src/gsheets/data";
import { pack, unpack } from "../../src/gsheets/pack";
import { salesData, TableBuilder } from "../../src/sales/builder";
import { Checksum } from "../../src/sales/checksum";
import { demoContents } from "./parts";

const PROVENANCE = {
  source: "demo",
  sourceLabel: "Démo",
  dataDate: 20_000,
  refreshedAt: "2026-11-23T08:30:00Z",
};

/** Leads with any text a CRM may hold, surrogate pairs and quotes among them. */
const leads = fc.array(
  fc.record({
    created_on: fc.integer({ min: 10_000, max: 20_000 }),
    salesperson_id: fc.option(fc.string({ unit: "binary" }), { nil: null }),
    source: fc.string({ unit: "grapheme" }),
  }),
  { maxLength: 40 },
);

function dataWith(rows: readonly { created_on: number; salesperson_id: string | null; source: string }[]) {
  const builder = new TableBuilder("leads");
  builder.append(rows.length, {
    id: rows.map((_, index) => `L${index}`),
    created_on: rows.map((row) => row.created_on),
    salesperson_id: rows.map((row) => row.salesperson_id),
    source: rows.map((row) => row.source),
    rating: rows.map(() => "hot"),
    status: rows.map(() => "open"),
  });
  return salesData(PROVENANCE, [builder.finish()]);
}

describe("packed data", () => {
  it("comes back as it was, whatever its texts", () => {
    fc.assert(
      fc.property(leads, (rows) => {
        const data = dataWith(rows);
        expect(unpack(pack(data), PROVENANCE)).toEqual({ ok: true, value: data });
      }),
    );
  });

  it("fits cells, and no piece can be read as a formula or cuts a character in two", async () => {
    const { data } = await demoContents(5_000);
    const long = dataWith([{ created_on: 1, salesperson_id: null, source: "😀".repeat(60_000) }]);
    for (const { pieces } of [pack(data), pack(long)]) {
      expect(pieces.length).toBeGreaterThan(1);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(50_000);
        expect(piece.startsWith("|")).toBe(true);
        expect(piece).not.toMatch(/\p{Surrogate}/u);
      }
    }
    expect(unpack(pack(long), PROVENANCE)).toEqual({ ok: true, value: long });
  });

  it("is refused when a piece is missing, changed or written by a newer Vigie", async () => {
    const { data } = await demoContents(5_000);
    const packed = pack(data);
    const meta = {
      generation: "g",
      language: "fr" as const,
      provenance: data.provenance,
      by: "",
      data: { sheet: "vigie.sheets.data.g", pieces: packed.pieces.length, checksum: packed.checksum },
      dashboards: {},
    };
    const rows = packed.pieces.map((piece) => [piece]);
    expect(dataOf(meta, rows).ok).toBe(true);
    expect(dataOf(meta, undefined)).toMatchObject({ failure: { code: "workbook-damaged" } });
    expect(dataOf(meta, rows.slice(1))).toMatchObject({ failure: { code: "workbook-damaged" } });
    const touched = rows.map(([piece = ""], index) => [index === 1 ? `${piece.slice(0, -1)}~` : piece]);
    expect(dataOf(meta, touched)).toMatchObject({ failure: { code: "workbook-damaged" } });
    const newer = pack(dataWith([]));
    const pieces = newer.pieces.map((piece) => piece.replace('"version":1', '"version":2'));
    const checksum = new Checksum(1);
    for (const piece of pieces) checksum.add(0, piece);
    expect(unpack({ pieces, checksum: checksum.digest() }, PROVENANCE)).toMatchObject({
      failure: { code: "workbook-newer-schema" },
    });
  });
});
