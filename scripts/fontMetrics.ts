import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Liberation Sans has Arial's advance widths, glyph by glyph: metrics may be shipped, a font may not. */
const FONTS = "/usr/share/fonts/truetype/liberation";
const FACES = { regular: "LiberationSans-Regular.ttf", bold: "LiberationSans-Bold.ttf" } as const;
const OUT = join("test", "dashboard", "arial.json");
/** Latin with French accents, punctuation, the euro, the signs of the tiers. */
const CHARACTERS = [...range(0x20, 0x17f), ...range(0x2010, 0x2030), 0x202f, 0x20ac, 0x25cf, 0x25b2, 0x25c6];

/** `tsx scripts/fontMetrics.ts`: writes each character's advance width, in thousandths of the font's size. */
function main(): void {
  const widths = Object.fromEntries(
    Object.entries(FACES).map(([face, file]) => [face, advances(readFileSync(join(FONTS, file)))]),
  );
  writeFileSync(OUT, `${JSON.stringify(widths, undefined, 1)}\n`);
}

/** OpenType, "hmtx" and "cmap" format 4: https://learn.microsoft.com/typography/opentype/spec/. */
function advances(font: Buffer): Record<string, number> {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const record = 12 + 16 * index;
      return [font.toString("latin1", record, record + 4), font.readUInt32BE(record + 8)] as const;
    }),
  );
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`no table ${name}`);
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(at("head") + 18);
  const measured = font.readUInt16BE(at("hhea") + 34);
  const glyphOf = glyphs(font, at("cmap"));
  return Object.fromEntries(
    CHARACTERS.flatMap((code) => {
      const glyph = glyphOf(code);
      if (glyph === 0) return [];
      const advance = font.readUInt16BE(at("hmtx") + 4 * Math.min(glyph, measured - 1));
      return [[String.fromCodePoint(code), Math.round((1000 * advance) / unitsPerEm)]];
    }),
  );
}

/** Character → glyph of the font's Unicode map; 0 where it has none. */
function glyphs(font: Buffer, cmap: number): (code: number) => number {
  const map = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + 8 * index)
    .map((record) => cmap + font.readUInt32BE(record + 4))
    .find((offset) => font.readUInt16BE(offset) === 4);
  if (map === undefined) throw new Error("no Unicode map");
  const doubled = font.readUInt16BE(map + 6);
  return (code) => {
    for (let segment = 0; segment < doubled; segment += 2) {
      if (code > font.readUInt16BE(map + 14 + segment)) continue;
      const start = font.readUInt16BE(map + 16 + doubled + segment);
      if (code < start) return 0;
      const delta = font.readUInt16BE(map + 16 + 2 * doubled + segment);
      const place = map + 16 + 3 * doubled + segment;
      const offset = font.readUInt16BE(place);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(place + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

main();
