import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import type { SheetPlan } from "../../src/dashboard/plan";
import { defaultRegister } from "../../src/kpi/register/defaults";
import type { KeptAlerts } from "../../src/live/alertBook";
import { bookOf, rowsOf } from "../../src/live/alertRecords";
import { createAlertsService } from "../../src/live/alerts";
import { CurrentData } from "../../src/live/currentData";
import { createLiveData } from "../../src/live/inForce";
import { createLiveWorkbook } from "../../src/live/liveWorkbook";
import type { WorkbookPort, WorkbookWriter } from "../../src/live/ports";
import type { RegisterReading } from "../../src/live/readings";
import { createLiveRegister } from "../../src/live/register";
import { createWriting } from "../../src/live/writing";
import { collect } from "../../src/sales/collect";
import { success } from "../../src/sales/failure";
import type { RefreshFrame } from "../../src/sales/stream";
import type { SalesData } from "../../src/sales/tables";
import type { Target } from "../../src/sales/targets";

const never = new AbortController().signal;

async function* demoFrames(): AsyncGenerator<RefreshFrame> {
  const connector = demoConnector();
  const connection = await connector.connect({ dataDate: "2026-11-23", lines: 300 }, never);
  yield* load(connection, connector.declaration);
}

/** A workbook in memory behind the two ports: no Office, no page. */
function memoryWorkbook() {
  const held: {
    data?: SalesData;
    plans: readonly SheetPlan[];
    targets: readonly Target[];
    calculations: number;
  } = {
    plans: [],
    targets: [],
    calculations: 0,
  };
  let register: RegisterReading = { entries: defaultRegister("fr"), problems: [], versions: [] };
  let alerts: KeptAlerts = {
    book: { history: undefined, attention: [], recipients: {}, actions: [] },
    actions: [],
    problems: [],
    sheetName: undefined,
  };
  const done = async () => success(undefined);
  const port: WorkbookPort = {
    isInForceHere: async () => success(true),
    watchGeneration: async () => success(async () => undefined),
    load: async () => success(held.data),
    readTargets: async () =>
      success({ targets: held.targets, rows: held.targets.map((_, index) => index + 5), problems: [] }),
    readRegister: async () => success(register),
    readSettings: async () => success({ settings: {}, problems: [] }),
    recalculate: async () => success(++held.calculations),
    respill: done,
    watchTargets: async () => success(async () => undefined),
    watchRegister: async () => success(async () => undefined),
    watchSettings: async () => success(async () => undefined),
    showCell: done,
    showSheet: done,
  };
  const writer: WorkbookWriter = {
    refresh: async (source) => {
      const collected = await collect(source(undefined));
      if (!collected.ok) return collected;
      const { data, targets } = collected.value;
      held.data = data;
      return success({
        data,
        mode: "full",
        upserted: 0,
        removed: 0,
        tables: [],
        proposedTargets: targets,
      });
    },
    ensureTargets: async (proposed) => {
      held.targets = proposed;
      return success(true);
    },
    ensureRegister: done,
    ensureSettings: done,
    saveSetting: done,
    keepRegister: async () => success(register),
    saveEntry: async (entry) => {
      const isKnown = register.entries.some(({ kpi }) => kpi === entry.kpi);
      const entries = isKnown
        ? register.entries.map((one) => (one.kpi === entry.kpi ? entry : one))
        : [...register.entries, entry];
      register = { ...register, entries };
      return success(register);
    },
    readAlerts: async () => success(alerts),
    readMappings: async () => success([]),
    keepMappings: async () => success(undefined),
    keepAlerts: async ({ book }) => {
      alerts = { ...alerts, book: book?.(alerts.book) ?? alerts.book };
      return success(alerts);
    },
    buildDashboards: async (plans) => {
      held.plans = plans;
      return success({ sheetNames: Object.fromEntries(plans.map(({ name }) => [name, name])), edited: [] });
    },
    writeNewSheet: done,
  };
  return { held, port, writer };
}

function runtime() {
  const { held, port, writer } = memoryWorkbook();
  const faults: unknown[] = [];
  const options = {
    workbook: port,
    writing: async () => success(createWriting(writer)),
    language: "fr",
    onFault: (fault: unknown) => void faults.push(fault),
  } as const;
  const current = new CurrentData();
  const live = createLiveData({ ...options, current });
  const register = createLiveRegister({ ...options, live, by: () => "Ana", now: () => 42 });
  const alerts = createAlertsService({
    ...options,
    live,
    entries: () => live.now()?.register.entries ?? [],
  });
  const workbook = createLiveWorkbook({ ...options, live, register, alerts });
  const ask = async (aspect: "value" | "tier") => {
    const source = await current.source(1_000);
    if (!source.ok) return source.failure.code;
    const answer = await source.value.total({ kpi: "CA", aspect, period: "2026", filters: [] });
    return answer.ok ? answer.value : answer.failure.code;
  };
  return { held, live, register, alerts, workbook, faults, ask };
}

test("runs a whole morning without Office: refresh, targets, alerts, dashboards, a change of the register", async () => {
  const { held, live, register, alerts, workbook, faults, ask } = runtime();
  expect(await workbook.open()).toEqual(success(undefined));
  expect(await ask("value")).toBe("no-data");

  expect(await workbook.refresh(demoFrames, { user: "", signal: never })).toMatchObject({
    ok: true,
    value: { source: "demo" },
  });
  expect(await ask("value")).toBeGreaterThan(0);
  expect(live.now()?.targets.length).toBeGreaterThan(0);
  expect(alerts.now()?.book.history?.standings.length).toBeGreaterThan(0);
  expect(held.calculations).toBe(1);

  expect(await workbook.buildDashboards({ show: true })).toEqual(success([]));
  expect(held.plans.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Matinée", "Chiffre d'affaires"]),
  );

  await register.follow(() => workbook.buildDashboards({ show: false }));
  const before = await ask("tier");
  const entry = live.now()!.register.entries.find(({ kpi }) => kpi === "CA")!;
  held.plans = [];
  const saved = { ...entry, thresholds: { anticipationValue: 2e9, alertValue: 1e9 } };
  expect(await register.save({ ...saved, shown: !entry.shown })).toEqual(success(undefined));
  expect([before, await ask("tier")]).toEqual([expect.not.stringMatching("alerte"), "alerte"]);
  // "Matinée" shows another KPI now: the dashboards were built again.
  expect(held.plans.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test("an own indicator is a card, a figure, an alert of its own name, as soon as it is kept", async () => {
  const { held, live, register, alerts, workbook, faults } = runtime();
  await workbook.open();
  await workbook.refresh(demoFrames, { user: "", signal: never });
  await register.follow(() => workbook.buildDashboards({ show: false }));
  const own = {
    name: "Part des visites",
    calculation: "100 * VISITES / CA",
    better: "low",
  } as const;
  const [first] = live.now()!.register.entries;
  const thresholds = { anticipationValue: 0, alertValue: 1e9 };
  expect(await register.save({ ...first!, kpi: "VISITEE", shown: true, thresholds, own })).toEqual(
    success(undefined),
  );
  const { source } = live.now()!;
  const query = { period: "M", filters: [] };
  const [value, visits, revenue] = await Promise.all(
    ["VISITEE", "VISITES", "CA"].map((kpi) => source.total({ ...query, kpi })),
  );
  expect(value?.ok && value.value).toBe(
    (100 * Number(visits?.ok && visits.value)) / Number(revenue?.ok && revenue.value),
  );
  const matinee = held.plans.find(({ name }) => name === "Matinée")!;
  const written = JSON.stringify(matinee.cells);
  expect(written).toContain("Part des visites");
  expect(written).toContain('KPI.VALEUR(\\"VISITEE\\",,Vigie_Periode');
  await alerts.follow();
  const alert = alerts.now()?.book.history?.standings.find(({ kpi }) => kpi === "VISITEE");
  expect(alert).toMatchObject({
    tier: "anticipation",
    face: { label: { fr: "Part des visites" }, better: "low" },
  });
  expect(bookOf(rowsOf(alerts.now()!.book)).history?.standings).toContainEqual(alert);
  expect(faults).toEqual([]);
});

test("a refresh that breaks off changes nothing", async () => {
  const { held, workbook, ask } = runtime();
  await workbook.refresh(demoFrames, { user: "", signal: never });
  const before = await ask("value");
  async function* cut(): AsyncGenerator<RefreshFrame> {
    let count = 0;
    for await (const frame of demoFrames()) {
      if (count++ > 8) return;
      yield frame;
    }
  }
  expect(await workbook.refresh(cut, { user: "", signal: never })).toMatchObject({
    failure: { code: "stream-truncated" },
  });
  expect([await ask("value"), held.calculations]).toEqual([before, 1]);
});
