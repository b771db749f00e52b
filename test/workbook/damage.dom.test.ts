import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted, refusal, sheetNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

const OLD = sample({ rows: everyTable(6) });
const NEW = sample({ rows: everyTable(5), seed: 2 });

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  granted(await refresh(OLD.frames));
});
afterEach(() => office.dispose());

const refresh = (frames: (typeof OLD)["frames"]) => refreshWorkbook(streamed(frames), { user: "Anne" });

/** A person who makes the hidden sheet visible and then does something to it. */
const tamper = (sheet: string, deed: (sheet: Excel.Worksheet) => void) =>
  act(({ worksheets }) => {
    const found = worksheets.getItem(sheet);
    found.visibility = "Visible";
    deed(found);
  });

test.each<[string, () => Promise<void>]>([
  ["a deleted data sheet", () => tamper("vigie.a.visits", (sheet) => sheet.delete())],
  ["a deleted meta sheet", () => tamper("vigie.meta", (sheet) => sheet.delete())],
  [
    "a cell changed by hand",
    () =>
      tamper("vigie.a.order_lines", (sheet) => {
        sheet.getRange("K3").values = [[1_000_000]];
      }),
  ],
  [
    "a row deleted",
    () =>
      tamper("vigie.a.leads", (sheet) => {
        sheet.getRange("3:3").delete("Up");
      }),
  ],
  [
    "a heading changed",
    () =>
      tamper("vigie.a.leads", (sheet) => {
        sheet.getRange("B1").values = [["date"]];
      }),
  ],
])("%s is told as damage, and healed by the next refresh", async (_, damage) => {
  await damage();
  expect(refusal(await loadWorkbook())).toBe("workbook-damaged");
  granted(await refresh(NEW.frames));
  expect(granted(await loadWorkbook())).toEqual(NEW.data);
  expect(sheetNames(office.host)).toHaveLength(14);
});

test("unreadable bookkeeping is told as no data or damage, and healed by the next refresh", async () => {
  await tamper("vigie.meta", (sheet) => {
    sheet.getRange("B6").values = [["{not json"]];
  });
  expect(refusal(await loadWorkbook())).toBe("workbook-damaged");
  granted(await refresh(NEW.frames));
  expect(granted(await loadWorkbook())).toEqual(NEW.data);
  expect(sheetNames(office.host)).toHaveLength(14);
});

test("a workbook of a newer Vigie is neither read nor overwritten", async () => {
  await tamper("vigie.meta", (sheet) => {
    sheet.getRange("B2").values = [["'7"]];
  });
  for (const outcome of [await loadWorkbook(), await refresh(NEW.frames)])
    expect(outcome).toEqual({
      ok: false,
      failure: { code: "workbook-newer-schema", params: { found: 7, known: 2 } },
    });
  await tamper("vigie.meta", (sheet) => {
    sheet.getRange("B2").values = [["'2"]];
  });
  expect(granted(await loadWorkbook())).toEqual(OLD.data);
});

test("a protected meta sheet refuses the refresh and says so", async () => {
  await tamper("vigie.meta", (sheet) => sheet.protection.protect());
  expect(refusal(await refresh(NEW.frames))).toBe("workbook-protected");
  expect(granted(await loadWorkbook())).toEqual(OLD.data);
});

test("without Excel every operation says that it is missing", async () => {
  const { Excel: excel } = globalThis;
  Object.assign(globalThis, { Excel: undefined });
  try {
    expect(refusal(await loadWorkbook())).toBe("workbook-api-missing");
    expect(refusal(await refresh(NEW.frames))).toBe("workbook-api-missing");
  } finally {
    globalThis.Excel = excel;
  }
});
