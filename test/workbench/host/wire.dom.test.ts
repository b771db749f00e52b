import type { MemoryGrid } from "../../../workbench/grid/memoryGrid";
import { eachTestOpens, onSheet, refusal } from "./open";

const opened = eachTestOpens();
const moment = (milliseconds = 60) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const memory = () => opened.office.grid as MemoryGrid;
const cell = (row: number, column: number) => ({
  sheet: memory().activeSheet(),
  row,
  column,
  rows: 1,
  columns: 1,
});
const write = (value: string) =>
  onSheet((sheet) => {
    sheet.getRange("A1").values = [[value]];
  });
const valueOfA1 = () => memory().values(cell(0, 0))[0]?.[0]?.value;

describe("events", () => {
  test("a change tells sheet, address and who made it, to the sheet and to the collection", async () => {
    const heard: unknown[] = [];
    await onSheet((sheet, { workbook }) => {
      sheet.onChanged.add(async (event) => void heard.push(["sheet", event.address, event.triggerSource]));
      workbook.worksheets.onChanged.add(
        async (event) => void heard.push(["all", event.address, event.source]),
      );
    });
    await onSheet((sheet) => {
      sheet.getRange("A1:B1").values = [[1, 2]];
    });
    memory().type(cell(4, 2), [["typed"]]);
    await moment();
    expect(heard).toEqual([
      ["sheet", "A1:B1", "ThisLocalAddin"],
      ["all", "A1:B1", "Local"],
      ["sheet", "C5", "Unknown"],
      ["all", "C5", "Local"],
    ]);
  });

  test("none come while events are off, nor after the handler is removed", async () => {
    let heard = 0;
    const handler = await onSheet((sheet) =>
      sheet.onChanged.add(async () => {
        heard++;
      }),
    );
    await onSheet((_sheet, { runtime }) => {
      runtime.enableEvents = false;
    });
    await write("quiet");
    await onSheet((_sheet, { runtime }) => {
      runtime.enableEvents = true;
    });
    await write("loud");
    await moment();
    expect(heard).toBe(1);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await write("unheard");
    await moment();
    expect(heard).toBe(1);
  });

  test("sheets that come, go, change name or come to the front", async () => {
    const heard: string[] = [];
    await onSheet((_sheet, { workbook }) => {
      const { worksheets } = workbook;
      worksheets.onAdded.add(async () => void heard.push("added"));
      worksheets.onActivated.add(async () => void heard.push("activated"));
      worksheets.onDeleted.add(async () => void heard.push("deleted"));
    });
    await onSheet((_sheet, { workbook }) => workbook.worksheets.add("Autre").activate());
    await onSheet((_sheet, { workbook }) => workbook.worksheets.getItem("Autre").delete());
    await moment();
    expect(heard).toEqual(["added", "activated", "activated", "deleted"]);
  });

  test("the selection, for the sheet and for the document", async () => {
    const heard: string[] = [];
    await onSheet((sheet, { workbook }) => {
      sheet.onSelectionChanged.add(async ({ address }) => void heard.push(address));
      workbook.onSelectionChanged.add(async () => void heard.push("document"));
    });
    await moment();
    await onSheet((sheet) => sheet.getRange("B2:C3").select());
    await moment();
    expect(heard.sort()).toEqual(["B2:C3", "document"]);
    const selected = await onSheet(async (_sheet, { workbook }) => {
      const range = workbook.getSelectedRange().load("address");
      await workbook.context.sync();
      return range.address;
    });
    expect(selected).toBe("Feuil1!B2:C3");
  });

  test("a change in a table tells the table", async () => {
    const heard: string[] = [];
    await onSheet((sheet) => {
      sheet.getRange("A1:B1").values = [["a", "b"]];
      sheet.tables.add("A1:B3", true).onChanged.add(async ({ address }) => void heard.push(address));
    });
    await onSheet((sheet) => {
      sheet.getRange("B2:D2").values = [[1, 2, 3]];
    });
    await moment();
    expect(heard).toEqual(["B2"]);
  });
});

describe("counters", () => {
  test("count syncs, bytes and actions; what the library does by itself is no sync", async () => {
    opened.office.host.resetCounters();
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [["é"]];
      await context.sync();
      sheet.getRange("A1").load("values");
    });
    await moment();
    const counters = opened.office.host.counters();
    expect(counters.syncs).toBe(2);
    expect(counters.requests).toBeGreaterThan(counters.syncs);
    expect(counters.actions).toMatchObject({ "Values=": 1, Query: 1 });
    const log = opened.office.host.log();
    expect(log.map((record) => record.sync)).toEqual([1, 2]);
    expect(log.reduce((sum, record) => sum + record.bytesUp, 0)).toBe(counters.bytesUp);
    expect(log[1]?.bytesDown).toBeGreaterThan(100);
  });

  test("bytes are those of UTF-8", async () => {
    opened.office.host.resetCounters();
    await write("a".repeat(100));
    const plain = opened.office.host.counters().bytesUp;
    opened.office.host.resetCounters();
    await write("€".repeat(100));
    expect(opened.office.host.counters().bytesUp - plain).toBe(200);
  });

  test("whoever watches them is told", async () => {
    const seen: number[] = [];
    opened.office.host.resetCounters();
    const stop = opened.office.host.onCounters(({ syncs }) => seen.push(syncs));
    await write("x");
    stop();
    await write("y");
    expect(seen).toEqual([1]);
  });
});

describe("faults on purpose", () => {
  test.each([
    ["AccessDenied", "AccessDenied"],
    ["InvalidOperationInCellEditMode", "InvalidOperationInCellEditMode"],
    ["InvalidOrTimedOutSession", "InvalidOrTimedOutSession"],
    ["ActivityLimitReached", "ActivityLimitReached"],
    ["RequestPayloadSizeLimitExceeded", "RequestPayloadSizeLimitExceeded"],
    ["ResponsePayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"],
    ["InvalidRequestContext", "InvalidRequestContext"],
    ["GeneralException", "GeneralException"],
  ] as const)("%s reaches the caller, and nothing is written", async (code, seen) => {
    opened.office.host.faults.failSync(1, { kind: "error", code });
    expect(await refusal((sheet) => (sheet.getRange("A1").values = [["lost"]]))).toBe(seen);
    expect(valueOfA1()).toBeNull();
    await write("next");
    expect(valueOfA1()).toBe("next");
  });

  test("exactly the n-th sync fails", async () => {
    opened.office.host.faults.failSync(2);
    await write("1");
    expect(await refusal((sheet) => (sheet.getRange("A1").values = [["2"]]))).toBe("GeneralException");
    await write("3");
    expect(valueOfA1()).toBe(3);
  });

  test("after the n-th sync everything fails, until the faults are cleared", async () => {
    opened.office.host.faults.stopAfter(1);
    await write("one");
    for (const text of ["two", "three"])
      expect(await refusal((sheet) => (sheet.getRange("A1").values = [[text]]))).toBe(
        "InvalidOrTimedOutSession",
      );
    opened.office.host.faults.clear();
    await write("four");
    expect(valueOfA1()).toBe("four");
  });

  test("a request may be done and yet said to have failed", async () => {
    opened.office.host.faults.failSync(1, { kind: "error-after", code: "GeneralException" });
    expect(await refusal((sheet) => (sheet.getRange("A1").values = [["done"]]))).toBe("GeneralException");
    expect(valueOfA1()).toBe("done");
  });

  test("an answer may never come", async () => {
    opened.office.host.faults.failSync(1, { kind: "no-reply" });
    const outcome = await Promise.race([
      write("unanswered").then(() => "answered"),
      moment(150).then(() => "silence"),
    ]);
    expect(outcome).toBe("silence");
    expect(valueOfA1()).toBe("unanswered");
  });

  test("answers may be slow", async () => {
    opened.office.host.faults.delay(80);
    const began = Date.now();
    await write("slow");
    expect(Date.now() - began).toBeGreaterThanOrEqual(75);
  });

  test("saving the document's settings can fail too", async () => {
    opened.office.host.faults.failSync(1);
    const { settings } = Office.context.document;
    settings.set("k", 1);
    const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
    expect(status).toBe("failed");
    expect(opened.office.host.book.settings.size).toBe(0);
  });
});
