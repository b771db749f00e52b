import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import { fieldsOf, REGISTER } from "../../src/kept";
import { defaultRegister } from "../../src/kpi/register/defaults";
import { CurrentData } from "../../src/live/currentData";
import { createLiveData } from "../../src/live/inForce";
import { createLiveWorkbook } from "../../src/live/liveWorkbook";
import { createLiveRegister } from "../../src/live/register";
import type { RefreshFrame } from "../../src/sales/stream";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act } from "../workbook/office";
import { excel } from "./excel";

const LONG = 120_000;
const never = new AbortController().signal;

async function* demoFrames(): AsyncGenerator<RefreshFrame> {
  const connector = demoConnector();
  const connection = await connector.connect({ dataDate: "2026-11-23", lines: 300 }, never);
  yield* load(connection, connector.declaration);
}

function liveOn() {
  const current = new CurrentData();
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const live = createLiveData({ ...excel, current, onFault });
  const register = createLiveRegister({
    ...excel,
    live,
    language: "fr",
    by: () => "Ana",
    now: () => 42,
    onFault,
  });
  const workbook = createLiveWorkbook({ ...excel, live, register, language: "fr", onFault });
  const tier = async () => {
    const source = await current.source(5_000);
    if (!source.ok) throw new Error(source.failure.code);
    const answer = await source.value.total({ kpi: "CA", aspect: "tier", period: "2026", filters: [] });
    return answer.ok ? answer.value : answer.failure.code;
  };
  return { live, register, workbook, faults, tier };
}

const DEFAULTS = defaultRegister("fr");
const at = (kpi: string, field: string): string =>
  `${String.fromCharCode(65 + fieldsOf(REGISTER).indexOf(field as never))}${5 + DEFAULTS.findIndex((one) => one.kpi === kpi)}`;
const type = (address: string, value: unknown) =>
  act(({ worksheets }) => {
    worksheets.getItem("Référentiel").getRange(address).values = [[value]];
  });

/** Every text the Matinée shows. */
const morning = () =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Matinée").getUsedRange(true).load("formulas");
    await context.sync();
    return range.formulas.flat().map(String).join("\n");
  });

/** Polls, for a typed cell is heard a moment later; slowly, for each look reads a sheet that is being written. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("never came true");
}

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

test(
  "thresholds typed into the sheet put the cells in another tier, and what was there before is kept",
  async () => {
    const { live, workbook, faults, tier } = liveOn();
    await workbook.open();
    await workbook.refresh(() => demoFrames(), { user: "Ana", signal: never });
    const before = await tier();
    await type(at("CA", "basis"), "valeur");
    await type(at("CA", "anticipation"), 2e9);
    await type(at("CA", "alert"), 1e9);
    await until(async () => (await tier()) === "alerte");
    expect(before).not.toBe("alerte");
    expect(live.now()?.settings.thresholds.CA).toEqual({ anticipationValue: 2e9, alertValue: 1e9 });
    expect(live.now()?.register.versions[0]).toEqual({ before: DEFAULTS[0], at: 42, by: "Ana" });

    await type(at("CA", "alert"), "beaucoup");
    await until(() => live.now()?.register.problems.length === 1);
    expect(await tier()).toBe("alerte");
    expect(faults).toEqual([]);
  },
  LONG,
);

test(
  "the Matinée follows what is shown and what is decided, from the sheet and from the pane",
  async () => {
    const { register, workbook, faults } = liveOn();
    await workbook.open();
    await workbook.refresh(() => demoFrames(), { user: "Ana", signal: never });
    await workbook.buildDashboards({ show: false });
    expect(await morning()).toContain("Relancer les devis ouverts");
    expect(await morning()).not.toContain("KPI.DSO(");

    await type(at("DSO", "shown"), "oui");
    await until(async () => (await morning()).includes("KPI.DSO("));

    const entry = register.now()!.entries[0]!;
    expect(await register.save({ ...entry, user: "Zoé", shown: true })).toMatchObject({ ok: true });
    expect(await morning()).toContain("Zoé");
    expect(register.now()?.entries[0]?.user).toBe("Zoé");
    expect(faults).toEqual([]);
  },
  LONG,
);

test(
  "the next opening finds the register as it was left",
  async () => {
    const first = liveOn();
    await first.workbook.open();
    await first.workbook.refresh(() => demoFrames(), { user: "Ana", signal: never });
    await first.register.save({ ...DEFAULTS[0]!, user: "Paul" });
    const again = liveOn();
    await again.workbook.open();
    expect(again.register.now()?.entries).toEqual(first.register.now()?.entries);
    expect(again.register.now()?.entries[0]?.user).toBe("Paul");
  },
  LONG,
);
