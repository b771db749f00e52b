import { type Colleague, joinOffice, type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";
import { onSheet } from "./open";

/** Longer than the host lets a co-author wait. */
const HEARD_MS = 80;

let office: OpenedOffice;
let colleague: Colleague;
beforeEach(async () => {
  office = await openOffice();
  colleague = await joinOffice(office);
});
afterEach(() => {
  colleague.close();
  office.dispose();
});

const heardBy = () =>
  onSheet((sheet) => {
    const heard: string[] = [];
    sheet.onChanged.add(async ({ source, address }) => {
      heard.push(`${source} ${address}`);
    });
    return heard;
  });
const write = (address: string, value: string) =>
  onSheet((sheet) => {
    sheet.getRange(address).values = [[value]];
  });
const later = () => new Promise((resolve) => setTimeout(resolve, HEARD_MS));

test("each Excel hears its own change at once, and the other's later and as Remote", async () => {
  const mine = await heardBy();
  const hers = await colleague.run(heardBy);
  await write("A1", "mine");
  expect(hers).toEqual([]);
  await later();
  await colleague.run(() => write("B1", "hers"));
  await later();
  expect(mine).toEqual(["Local A1", "Remote B1"]);
  expect(hers).toEqual(["Remote A1", "Local B1"]);
});

test("both see one workbook, each through a library of its own", async () => {
  const own = Excel;
  expect(colleague.run(() => Excel)).not.toBe(own);
  await colleague.run(() => write("A1", "hers"));
  const seen = await onSheet((sheet) => sheet.getRange("A1").load("values"));
  expect(seen.values).toEqual([["hers"]]);
});

test("events that one switches off still reach the other", async () => {
  const mine = await heardBy();
  const hers = await colleague.run(heardBy);
  await colleague.run(() =>
    Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    }),
  );
  await write("A1", "mine");
  await later();
  expect([mine, hers]).toEqual([["Local A1"], []]);
});

test("one closes Excel: the other goes on", async () => {
  colleague.close();
  const mine = await heardBy();
  await write("A1", "mine");
  await later();
  expect(mine).toEqual(["Local A1"]);
});
