import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import { monthNames } from "../../src/kpi/monthNames";
import { createCompanyService } from "../../src/live/company";
import { CurrentData } from "../../src/live/currentData";
import { createLiveData } from "../../src/live/inForce";
import { createLiveWorkbook } from "../../src/live/liveWorkbook";
import type { KeptProblems } from "../../src/live/readings";
import type { FixedSettings } from "../../src/sales/tables";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { excel } from "./excel";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

/** A workbook after its first refresh, with what the settings' sheet makes of the figures. */
async function refreshed(fixedSettings?: FixedSettings) {
  const current = new CurrentData();
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const live = createLiveData({ ...excel, current, onFault });
  const workbook = createLiveWorkbook({ ...excel, live, language: "fr", onFault });
  const told: KeptProblems[] = [];
  workbook.onKeptProblems((problems) => told.push(problems));
  await workbook.open();
  const { signal } = new AbortController();
  const connector = demoConnector();
  const connection = await connector.connect({ dataDate: "2026-11-23", lines: 300 }, signal);
  const frames = () => load(connection, connector.declaration, { ...(fixedSettings && { fixedSettings }) });
  const done = await workbook.refresh(frames, { user: "Ana", signal });
  if (!done.ok) throw new Error(done.failure.code);
  const total = async (period: string) => {
    const answer = await live.now()!.source.total({ kpi: "CA", period, filters: [] });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value;
  };
  const company = createCompanyService({ live, writing: excel.writing, language: "fr" });
  return { live, faults, told, total, company };
}

const type = (address: string, values: unknown[][]) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Réglages").getRange(address).values = values;
    await context.sync();
  });

const month = (number: number): string =>
  `${2025 + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, "0")}`;

test("each of the twelve first months, typed into the sheet, moves quarters and years", async () => {
  const { live, faults, total } = await refreshed();
  for (const [index, name] of monthNames("fr").entries()) {
    const first = index + 1;
    await type("B5", [[index % 2 ? name : first]]);
    await live.putAgain();
    expect(live.now()?.settings).toMatchObject({ fiscalFirstMonth: first, lostAfterMonths: 12 });
    expect(await total("2025-T2")).toBe(await total(`${month(first + 3)}..${month(first + 5)}`));
    expect(await total("2025")).toBe(await total(`${month(first)}..${month(first + 11)}`));
  }
  expect(faults).toEqual([]);
}, 120_000);

test("what is typed is in force a moment later; what cannot be is told, and the usual value holds", async () => {
  const { live, told } = await refreshed();
  const until = async (isThere: () => boolean) => {
    for (const end = Date.now() + 8_000; !isThere() && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isThere()).toBe(true);
  };
  await type("B5:B6", [["avril"], [18]]);
  await until(() => live.now()?.settings.fiscalFirstMonth === 4);
  expect(live.now()?.settings.lostAfterMonths).toBe(18);
  await type("B5", [["Brumaire"]]);
  await until(() => live.now()?.settings.fiscalFirstMonth === 1);
  expect(told.at(-1)?.settings).toMatchObject([
    { address: "Réglages!B5", failure: { code: "setting-invalid" }, cause: { code: "row-bad-number" } },
  ]);
  expect(live.now()?.settings.lostAfterMonths).toBe(18);
}, 60_000);

const cells = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Réglages").getRange(address).load("values");
    await context.sync();
    return range.values;
  });

test("a setting saved by the pane stands in the sheet and is in force; its deleted row comes back", async () => {
  const { live, company, faults } = await refreshed();
  expect(await company.save("fiscalFirstMonth", 4)).toMatchObject({ ok: true });
  expect(await cells("A5:B5")).toEqual([["Premier mois de l'exercice", "avril"]]);
  expect(live.now()?.settings.fiscalFirstMonth).toBe(4);
  await type("A5:B5", [["", ""]]);
  await live.putAgain();
  expect(live.now()?.settings.fiscalFirstMonth).toBe(1);
  expect(await company.save("fiscalFirstMonth", 7)).toMatchObject({ ok: true });
  expect(live.now()?.settings.fiscalFirstMonth).toBe(7);
  expect(company.now()?.problems).toEqual([]);
  expect(faults).toEqual([]);
}, 60_000);

test("what the administrator fixed wins over the sheet, and is not to be changed here", async () => {
  const { live, company } = await refreshed({ fiscalFirstMonth: 4, ofALaterVersion: 1 });
  expect(live.now()?.settings.fiscalFirstMonth).toBe(4);
  await type("B5", [["juillet"]]);
  await live.putAgain();
  expect(live.now()?.settings.fiscalFirstMonth).toBe(4);
  expect(company.now()?.fixed).toEqual({ fiscalFirstMonth: 4 });
  expect(await company.save("fiscalFirstMonth", 7)).toMatchObject({
    ok: false,
    failure: { code: "setting-fixed" },
  });
  expect(await company.save("lostAfterMonths", 24)).toMatchObject({ ok: true });
  expect(live.now()?.settings.lostAfterMonths).toBe(24);
}, 60_000);
