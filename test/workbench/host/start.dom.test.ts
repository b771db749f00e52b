import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";

let office: OpenedOffice;
afterEach(() => office.dispose());

test("office.js starts against the host and says where it runs", async () => {
  const began = performance.now();
  office = await openOffice();
  console.log("ready in", performance.now() - began);
  expect(office.Office.context.platform).toBe("OfficeOnline");
  expect(office.Office.context.displayLanguage).toBe("fr-FR");
});

test("values written are read back, with texts, types and the address", async () => {
  office = await openOffice();
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Feuil1").getRange("B2:C3");
    range.values = [
      ["Nord", 12],
      [true, ""],
    ];
    range.load("values,address,valueTypes,text");
    await context.sync();
    expect(range.values).toEqual([
      ["Nord", 12],
      [true, ""],
    ]);
    expect(range.address).toBe("Feuil1!B2:C3");
    expect(range.valueTypes).toEqual([
      ["String", "Double"],
      ["Boolean", "Empty"],
    ]);
  });
  console.log(office.host.counters(), JSON.stringify(office.host.log()));
});
