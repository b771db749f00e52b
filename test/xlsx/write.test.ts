import { FailureError } from "../../src/sales/failure";
import { writeWorkbook } from "../../src/xlsx/write";
import { parts, sheet, sheetXml, workbook } from "./parts";

const cellXml = (xml: string, at: string): string =>
  new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, "s").exec(xml)?.[0] ?? "";

describe("writeWorkbook", () => {
  it.each(["=1+1", "+33 6", "-5", "@SOMME(A1)", "#N/A", "'x", "\t=1", "\r=1", "\n=1", "\uFF1D1"])(
    "keeps the text %j text, also when edited",
    async (text) => {
      const files = await parts(
        workbook([sheet("F", { blocks: [{ row: 0, column: 0, values: [[text]] }] })]),
      );
      const cell = cellXml(files.get("xl/worksheets/sheet1.xml") ?? "", "A1");
      expect(cell).not.toContain("<f>");
      expect(/<t[^>]*>(.*?)<\/t>/s.exec(cell)?.[1]).toBe(text.replace("\r", "_x000D_"));
      const style = Number(/ s="(\d+)"/.exec(cell)?.[1]);
      const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(files.get("xl/styles.xml") ?? "")?.[1] ?? "";
      expect(formats.split(/(?=<xf )/)[style]).toContain('quotePrefix="1"');
    },
  );

  it("writes numbers, booleans and texts with characters that XML or Excel would swallow", async () => {
    const files = await parts(
      workbook([
        sheet("F", {
          blocks: [{ row: 1, column: 1, values: [[1.5, true, "a < b & c\u0007", "_x0041_", null]] }],
        }),
      ]),
    );
    const xml = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(cellXml(xml, "B2")).toBe('<c r="B2"><v>1.5</v></c>');
    expect(cellXml(xml, "C2")).toBe('<c r="C2" t="b"><v>1</v></c>');
    expect(files.get("xl/sharedStrings.xml")).toContain("a &lt; b &amp; c_x0007_");
    expect(files.get("xl/sharedStrings.xml")).toContain("_x005F_x0041_");
  });

  it("stores a formula that spills as a dynamic array with its cached answer", async () => {
    const files = await parts(
      workbook([
        sheet("F", {
          formulas: [
            {
              row: 0,
              column: 0,
              formula: 'KPI.CA("region","2024")',
              values: [
                ["Nord", 10],
                ["=Sud", 5],
              ],
            },
          ],
        }),
      ]),
    );
    const xml = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(cellXml(xml, "A1")).toContain(
      'cm="1" t="str"><f t="array" ref="A1:B2">_xldudf_KPI_CA("region","2024")</f><v>Nord</v>',
    );
    expect(cellXml(xml, "B2")).toBe('<c r="B2"><v>5</v></c>');
    expect(cellXml(xml, "A2")).toContain("=Sud");
    expect(files.get("xl/metadata.xml")).toContain('fDynamic="1"');
    expect(files.get("[Content_Types].xml")).toContain("sheetMetadata+xml");
  });

  it("stores the same formula plainly for readers that compute array formulas anew", async () => {
    const xml = await sheetXml(
      { formulas: [{ row: 0, column: 0, formula: "KPI.MAJ()", values: [[45_555]] }] },
      "plain",
    );
    expect(cellXml(xml, "A1")).toBe('<c r="A1"><f>_xldudf_KPI_MAJ()</f><v>45555</v></c>');
  });

  it("keeps cached answers: nothing is computed anew when the file opens", async () => {
    const files = await parts(workbook([sheet("F")]));
    expect(files.get("xl/workbook.xml")).toContain('<calcPr calcId="191029"/>');
    expect(files.get("docProps/app.xml")).toContain("<Application>Microsoft Excel</Application>");
  });

  it.each([
    ["#N/A", "#N/A"],
    ["#DIV/0!", "#DIV/0!"],
    ["#SPILL!", "#VALUE!"],
    ["#BUSY!", "#N/A"],
  ])("writes the error %s as an error cell", async (error, stored) => {
    const xml = await sheetXml({ formulas: [{ row: 2, column: 2, formula: "A1/0", values: [], error }] });
    expect(cellXml(xml, "C3")).toBe(`<c r="C3" t="e"><f>A1/0</f><v>${stored}</v></c>`);
  });

  it("hides sheets as told, names ranges and sets the print area", async () => {
    const files = await parts(
      workbook(
        [
          sheet("Chiffre d'affaires", {
            print: {
              orientation: "landscape",
              area: { row: 0, column: 0, rows: 9, columns: 4 },
              fitToWidth: 1,
              fitToHeight: 0,
              breaks: [5],
            },
            freeze: { rows: 2, columns: 1 },
            showGridlines: false,
            tabColor: "#1F4E79",
          }),
          sheet("b", { visibility: "veryHidden" }),
          sheet("c", { visibility: "hidden" }),
        ],
        [{ name: "Vigie_Periode", refersTo: "'Chiffre d''affaires'!$C$3" }],
      ),
    );
    const book = files.get("xl/workbook.xml") ?? "";
    expect(book).toMatch(/name="b"[^>]*state="veryHidden"/);
    expect(book).toMatch(/name="c"[^>]*state="hidden"/);
    expect(book).toContain("<definedName name=\"Vigie_Periode\">'Chiffre d''affaires'!$C$3</definedName>");
    expect(book).toMatch(/_xlnm.Print_Area"[^>]*>'Chiffre d''affaires'!\$A\$1:\$D\$9</);
    const xml = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml).toContain('showGridLines="0"');
    expect(xml).toContain('topLeftCell="B3" state="frozen"');
    expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(xml).toContain('<brk id="5"');
    expect(xml).toContain('<tabColor rgb="FF1F4E79"/>');
  });

  it("writes tables with their headings, and gives an empty one the row that a table needs", async () => {
    const files = await parts(
      workbook([
        sheet("F", {
          tables: [{ name: "T", range: { row: 0, column: 0, rows: 1, columns: 2 }, columns: ["id", "=nom"] }],
        }),
      ]),
    );
    const table = files.get("xl/tables/table1.xml") ?? "";
    expect(table).toContain('ref="A1:B2"');
    expect(table).toContain('name="=nom"');
    expect(cellXml(files.get("xl/worksheets/sheet1.xml") ?? "", "B1")).toContain("=nom");
  });

  it("writes conditional formats as expressions with a fill of their own", async () => {
    const files = await parts(
      workbook([
        sheet("F", {
          conditionalFormats: [
            {
              range: { row: 0, column: 0, rows: 9, columns: 2 },
              formula: '$B1="Alerte"',
              fill: "#FBDCDC",
              color: "#8A1010",
            },
          ],
        }),
      ]),
    );
    expect(files.get("xl/worksheets/sheet1.xml")).toContain(
      '<conditionalFormatting sqref="A1:B9"><cfRule type="expression" priority="1" dxfId="0"><formula>$B1="Alerte"</formula>',
    );
    expect(files.get("xl/styles.xml")).toMatch(/<dxf>.*<bgColor rgb="FFFBDCDC"\/>.*<\/dxf>/);
  });

  it("writes short lists into the rule, long ones and those with commas into a very hidden sheet", async () => {
    const range = { row: 0, column: 0, rows: 1, columns: 1 };
    const long = Array.from({ length: 60 }, (_, index) => `Région numéro ${index}`);
    const files = await parts(
      workbook([
        sheet("F", {
          validations: [
            { range, list: ["Toutes", "Nord"], strict: true },
            { range: { ...range, row: 1 }, list: long, strict: false },
            { range: { ...range, row: 2 }, list: ["a,b", "c"], strict: true },
            { range: { ...range, row: 3 }, list: { formula: "$Z$1:$Z$9" }, strict: true },
          ],
        }),
      ]),
    );
    const xml = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml.match(/<formula1>.*?<\/formula1>/g)).toEqual([
      '<formula1>"Toutes,Nord"</formula1>',
      "<formula1>'vigie.lists'!$A$1:$A$60</formula1>",
      "<formula1>'vigie.lists'!$B$1:$B$2</formula1>",
      "<formula1>$Z$1:$Z$9</formula1>",
    ]);
    expect(xml.match(/errorStyle="\w+"/g)).toEqual(
      ["stop", "warning", "stop", "stop"].map((style) => `errorStyle="${style}"`),
    );
    expect(files.get("xl/workbook.xml")).toMatch(/name="vigie.lists"[^>]*state="veryHidden"/);
  });

  it("writes charts whose names, categories and values refer to cells", async () => {
    const files = await parts(
      workbook([
        sheet("Devant"),
        sheet("L'été", {
          charts: [
            {
              name: "revenue & targets",
              title: "CA & objectif",
              kind: "stacked-column",
              at: { row: 5, column: 0, rows: 10, columns: 4 },
              data: { row: 0, column: 0, rows: 4, columns: 3 },
            },
          ],
        }),
      ]),
    );
    const chart = files.get("xl/charts/chart1.xml") ?? "";
    expect(chart.match(/<c:f>[^<]*<\/c:f>/g)).toEqual([
      "<c:f>'L''été'!$B$1</c:f>",
      "<c:f>'L''été'!$A$2:$A$4</c:f>",
      "<c:f>'L''été'!$B$2:$B$4</c:f>",
      "<c:f>'L''été'!$C$1</c:f>",
      "<c:f>'L''été'!$A$2:$A$4</c:f>",
      "<c:f>'L''été'!$C$2:$C$4</c:f>",
    ]);
    expect(chart).toContain('<c:grouping val="stacked"/>');
    expect(chart).toContain("CA &amp; objectif");
    expect(files.get("xl/drawings/drawing2.xml")).toMatch(/<xdr:cNvPr id="\d+" name="revenue &amp; targets"/);
  });

  it("hides the names that a person need not see", async () => {
    const names = [
      { name: "Vigie_Periode", refersTo: "'F'!$A$1" },
      { name: "Vigie_Feuille_1", refersTo: "'F'!$A$1", hidden: true },
    ];
    const book = (await parts(workbook([sheet("F")], names))).get("xl/workbook.xml");
    expect(book?.match(/<definedName [^>]*>/g)).toEqual([
      '<definedName name="Vigie_Periode">',
      '<definedName name="Vigie_Feuille_1" hidden="1">',
    ]);
  });

  it("refuses a text that no cell can hold instead of cutting it", async () => {
    const blocks = [{ row: 0, column: 0, values: [["x".repeat(32_768)]] }];
    await expect(writeWorkbook(workbook([sheet("F", { blocks })]))).rejects.toThrow(FailureError);
  });

  it("writes 20,000 rows of 12 cells, each of them once", async () => {
    const values = Array.from({ length: 20_000 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) =>
        column % 3 === 0 ? `texte ${row} ${column}` : row * 1.37 + column,
      ),
    );
    const xml = await sheetXml({ visibility: "veryHidden", blocks: [{ row: 0, column: 0, values }] });
    const addresses = (xml.match(/<c r="[A-Z]+\d+"/g) ?? []).map((cell) => cell.slice(6, -1));
    expect(addresses).toHaveLength(240_000);
    expect(new Set(addresses).size).toBe(240_000);
    expect(addresses.at(-1)).toBe("L20000");
  });
});
