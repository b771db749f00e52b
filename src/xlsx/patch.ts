import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * A correction of the finished file, for something the writer (hucre 1.0.0) leaves undone. Each entry says what and
 * why; it goes when a later version does it itself.
 */
export interface Patch {
  readonly part: string;
  readonly rewrite: (xml: string) => string;
}

/** The counts by which a written file is corrected. */
export interface Written {
  /** Addresses of the error cells, sheet by sheet. */
  readonly errors: readonly (readonly string[])[];
  /** Number of charts, sheet by sheet. */
  readonly charts: readonly number[];
  /** Names that a person does not see. */
  readonly hiddenNames: readonly string[];
}

export function patchesFor({ errors, charts, hiddenNames }: Written): readonly Patch[] {
  return [
    // A marked style (see cells.ts) keeps its cells text when a person edits them.
    {
      part: "xl/styles.xml",
      rewrite: (xml) =>
        xml.replace(
          /<xf (?=[^>]*>(?:<alignment[^>]*\/>)?<protection locked="1"\/>)/g,
          '<xf quotePrefix="1" ',
        ),
    },
    // The writer has Excel compute everything anew on opening: without the add-in each answer would turn to #NAME?.
    // 191029 is the calculation engine of today's Excel; an older number would make it compute anew too.
    {
      part: "xl/workbook.xml",
      rewrite: (xml) => xml.replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>'),
    },
    // Names cannot be hidden.
    ...(hiddenNames.length === 0 ? [] : [{ part: "xl/workbook.xml", rewrite: hidden(hiddenNames) }]),
    // LibreOffice trusts the cached answers of a file by Excel only.
    {
      part: "docProps/app.xml",
      rewrite: (xml) =>
        xml.replace(/<Application>[^<]*<\/Application>/, "<Application>Microsoft Excel</Application>"),
    },
    // Cached errors come out as text.
    ...errors.flatMap((addresses, index) =>
      addresses.length === 0
        ? []
        : [{ part: `xl/worksheets/sheet${index + 1}.xml`, rewrite: errorCells(addresses) }],
    ),
    // Series names come out as literal text instead of references; grid and axis lines come out black.
    ...Array.from({ length: charts.reduce((sum, count) => sum + count, 0) }, (_, index) => ({
      part: `xl/charts/chart${index + 1}.xml`,
      rewrite: chartParts,
    })),
    // Charts are numbered; by their own names the add-in knows them for those it would draw.
    ...charts.flatMap((count, index) =>
      count === 0 ? [] : [{ part: `xl/drawings/drawing${index + 1}.xml`, rewrite: ownNames }],
    ),
  ];
}

/** Half the processor time of level 6, and files 3 % larger. */
const LEVEL = 3;

/** Applies the patches to the bytes of a finished file. */
export function patched(bytes: Uint8Array, patches: readonly Patch[]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const { part, rewrite } of patches) {
    const written = parts[part];
    if (written === undefined) throw new Error(`The written file has no part ${part}`);
    parts[part] = strToU8(rewrite(strFromU8(written)));
  }
  return zipSync(parts, { level: LEVEL });
}

const PALE_LINE =
  '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E1E6EB"/></a:solidFill></a:ln></c:spPr>';

const chartParts = (xml: string): string =>
  xml
    .replace(/<c:tx><c:v>([^<]*)<\/c:v><\/c:tx>/g, "<c:tx><c:strRef><c:f>$1</c:f></c:strRef></c:tx>")
    .replace(/<c:majorGridlines\/>/g, `<c:majorGridlines>${PALE_LINE}</c:majorGridlines>`)
    // In an axis the line's properties stand right before those of its labels.
    .replace(/<c:txPr>(?=(?:(?!<c:txPr>).)*?<c:crossAx )/g, `${PALE_LINE}<c:txPr>`);

const ownNames = (xml: string): string => xml.replace(/ name="Chart \d+" title="([^"]*)"/g, ' name="$1"');

function hidden(names: readonly string[]): (xml: string) => string {
  const wanted = new Set(names);
  return (xml) =>
    xml.replace(/<definedName name="([^"]*)"/g, (element, name: string) =>
      wanted.has(name) ? `${element} hidden="1"` : element,
    );
}

function errorCells(addresses: readonly string[]): (xml: string) => string {
  const wanted = new Set(addresses);
  return (xml) =>
    xml.replace(/<c r="([A-Z]+\d+)"([^>]*) t="str"/g, (cell, address: string, rest: string) =>
      wanted.has(address) ? `<c r="${address}"${rest} t="e"` : cell,
    );
}
