import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { MovingCrm } from "../crm/movingCrm";
import { dataOf, framesNow, orderLine, smallMarket, sourceOf } from "./movingSource";
import { act, granted, same, sheetNames } from "./office";

let office: OpenedOffice;
let crm: MovingCrm;
beforeEach(async () => {
  office = await openOffice();
  crm = new MovingCrm(1_000);
  smallMarket(crm);
  granted(await refresh());
});
afterEach(() => office.dispose());

const refresh = () => refreshWorkbook(sourceOf(crm), { user: "Anne" });

/** A person makes a hidden sheet visible while the pane stays open, and changes it. */
const tamper = (table: string, deed: (sheet: Excel.Worksheet) => void) =>
  act(({ worksheets }) => {
    const sheet = worksheets.getItem(`vigie.a.${table}`);
    sheet.visibility = "Visible";
    deed(sheet);
  });

const DEEDS: readonly [string, string, (sheet: Excel.Worksheet) => void][] = [
  [
    "a figure",
    "order_lines",
    (sheet) => {
      sheet.getRange("K3").values = [[1_000_000]];
    },
  ],
  [
    "a name",
    "customers",
    (sheet) => {
      sheet.getRange("B120").values = [["Quelqu'un d'autre"]];
    },
  ],
  ["a row taken out", "customers", (sheet) => void sheet.getRange("7:7").delete("Up")],
  ["a row put in", "order_lines", (sheet) => void sheet.getRange("300:300").insert("Down")],
  ["all rows emptied", "leads", (sheet) => void sheet.getRange("A2:Z13").clear("Contents")],
  [
    "a heading",
    "leads",
    (sheet) => {
      sheet.getRange("B1").values = [["date"]];
    },
  ],
];

test.each(DEEDS)(
  "%s changed by hand in a hidden sheet is mended by the next refresh of changes",
  async (_, table, deed) => {
    await tamper(table, deed);
    crm.insert("order_lines", orderLine(7));
    const report = granted(await refresh());
    expect(report.mode).toBe("changes");
    expect(same(granted(await loadWorkbook()), await dataOf(await framesNow(crm)))).toBe(true);
    expect(sheetNames(office.host)).toHaveLength(14);
  },
);

test.each(DEEDS)("%s also where nothing has moved", async (_, table, deed) => {
  await tamper(table, deed);
  granted(await refresh());
  expect(same(granted(await loadWorkbook()), await dataOf(await framesNow(crm)))).toBe(true);
});

test("a table too large to be looked at whole is seen whole by some refreshes in turn", async () => {
  for (let at = 0; at < 20_000; at++) crm.insert("order_lines", orderLine(at));
  granted(await refresh());
  const inForce = sheetNames(office.host).find((name) => name.endsWith("order_lines"))!;
  await act(({ worksheets }) => {
    const sheet = worksheets.getItem(inForce);
    sheet.visibility = "Visible";
    sheet.getRange("K12345").values = [[1_000_000]];
  });
  let refreshes = 0;
  while (!(await loadWorkbook()).ok && refreshes < 20) {
    office.host.resetCounters();
    granted(await refresh());
    refreshes += 1;
    if (refreshes > 1) expect(office.host.counters().bytesDown).toBeLessThan(1_500_000);
  }
  expect(refreshes).toBeGreaterThan(0);
  expect(same(granted(await loadWorkbook()), await dataOf(await framesNow(crm)))).toBe(true);
}, 120_000);
