import { newSpreadsheet } from "../../src/gsheets";
import { SheetsApi } from "../../workbench/sheets/sheetsApi";
import { problemOf } from "../../workbench/sheets/validate";
import { demoContents } from "./parts";

describe("the Sheets API's stand-in", () => {
  it("finds nothing wrong with what Vigie sends, and names what is planted", async () => {
    const batches = await newSpreadsheet(await demoContents(5_000), { language: "fr", generation: "g1" });
    const requests = batches.flat();
    expect(requests.map((request) => problemOf(request, "Request")).filter(Boolean)).toEqual([]);
    const chart = requests.find(({ addChart }) => addChart);
    const wrong = JSON.parse(JSON.stringify(chart).replace(/"chartType":"[A-Z]+"/, '"chartType":"BARS"'));
    expect(problemOf(wrong, "Request")).toMatch(/chartType/);
    expect(problemOf({ updateCells: { rowz: [], fields: "*" } }, "Request")).toMatch(/rowz: unknown field/);
    expect(problemOf({ addSheet: { properties: { hidden: "yes" } } }, "Request")).toMatch(/not a boolean/);
  });

  it("applies a batch whole or not at all", () => {
    const api = new SheetsApi();
    const good = { addSheet: { properties: { sheetId: 5, title: "A" } } };
    const bad = { deleteSheet: { sheetId: 99 } };
    expect(() => api.batchUpdate({ requests: [good, bad] })).toThrow(/requests\[1\]/);
    expect(api.book.sheets).toHaveLength(1);
    api.batchUpdate({ requests: [good] });
    expect(api.book.sheets).toHaveLength(2);
  });

  it("keeps Google's limits", () => {
    let now = 0;
    const api = new SheetsApi({ now: () => now });
    const write = (requests: gapi.client.sheets.Request[]) => () => api.batchUpdate({ requests });
    const cell = (text: string) => ({
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
        fields: "userEnteredValue",
      },
    });
    expect(write([cell("x".repeat(50_000))])).not.toThrow();
    expect(write([cell("x".repeat(50_001))])).toThrow(/50000/);
    const grid = (rowCount: number) => [
      { addSheet: { properties: { title: "B", gridProperties: { rowCount, columnCount: 26 } } } },
    ];
    expect(write(grid(400_000))).toThrow(/10000000/);
    for (let count = 3; count < 60; count++) write([cell("x")])();
    expect(write([cell("x")])).toThrow(/Quota/);
    now += 60_001;
    expect(write([cell("x")])).not.toThrow();
  });
});
