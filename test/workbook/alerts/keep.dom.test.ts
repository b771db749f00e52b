import { ACTIONS } from "../../../src/kept";
import type { ActionItem } from "../../../src/kpi/alerts/action";
import { withAttention } from "../../../src/kpi/alerts/attention";
import { type AlertHistory, MOST_CHANGES, MOST_STANDINGS, remember } from "../../../src/kpi/alerts/history";
import { type Observation, TIER_RULE } from "../../../src/kpi/alerts/standing";
import type { AlertsUpdate } from "../../../src/live/alertBook";
import { ALERTS_SHEET, keepAlerts, readAlerts } from "../../../src/workbook/alerts";
import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";
import { act, granted, refusal, sheetNames } from "../office";
import { TRICKY_TEXTS } from "../sampleFrames";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const seen = (member: string, tier: Observation["tier"] = "alerte"): Observation => ({
  rule: TIER_RULE,
  kpi: "CA",
  axis: "region",
  member,
  grain: "mois",
  period: "2026-11",
  tier,
  value: 80.25,
  target: 200,
  due: 100,
});

const refresh =
  (dataDate: number, ...observations: Observation[]): NonNullable<AlertsUpdate["book"]> =>
  (book) => ({
    ...book,
    history: remember(
      book.history,
      { observations, unsettled: [] },
      { dataDate, refreshedAt: `refresh ${dataDate}` },
    ),
  });

const keep = async (deed: AlertsUpdate) => granted(await keepAlerts(deed));
const reopened = async () => granted(await readAlerts());

const action = (more: Partial<ActionItem> = {}): Omit<ActionItem, "id"> => ({
  kpi: "CA",
  axis: "Région",
  member: "Nord",
  alert: "CA, Nord, 2026-11 : Alerte",
  decision: "Appeler les dix premiers clients",
  owner: "Ana",
  due: 20_800,
  state: "todo",
  createdOn: 20_780,
  note: "",
  ...more,
});

/** What a person types. */
const type = (address: string, values: unknown[][], sheet = "Plan d'action") =>
  act(({ worksheets }) => {
    worksheets.getItem(sheet).getRange(address).values = values;
  });

describe("the history of the tiers", () => {
  test("a workbook that has none says so, and reading it writes nothing", async () => {
    expect(await reopened()).toMatchObject({
      book: { history: undefined, attention: [], recipients: {}, actions: [] },
      actions: [],
      syncs: 1,
    });
    expect(sheetNames(office.host)).toEqual(["Feuil1"]);
  });

  test("is read back to the last figure, from a very hidden sheet, with what was done about an alert", async () => {
    await keep({ book: refresh(20_780, ...TRICKY_TEXTS.map((text) => seen(text, "equilibre"))) });
    await keep({ book: refresh(20_781, ...TRICKY_TEXTS.map((text) => seen(text))) });
    const { book } = await keep({
      book: (old) => ({
        ...old,
        recipients: { marketing: "=marketing@clim-azur.fr" },
        attention: withAttention([], old.history!.standings[0]!, {
          pause: { by: "Ana", at: "2026-11-23T08:31:00Z", until: "worse", tier: "alerte" },
        }),
      }),
    });
    expect(book.history?.log).toHaveLength(TRICKY_TEXTS.length);
    expect((await reopened()).book).toEqual(book);
    const sheet = office.host.grid.sheetIds().find((id) => office.host.grid.sheetName(id) === ALERTS_SHEET);
    expect(sheet).toBeDefined();
    await act(({ worksheets }) => worksheets.getItem("Feuil1").copy());
    expect((await reopened()).book).toEqual(book);
  });

  test("a record that was damaged is lost alone", async () => {
    await keep({ book: refresh(20_780, seen("Nord"), seen("Sud")) });
    await act(({ worksheets }) => {
      worksheets.getItem(ALERTS_SHEET).getRange("B3").values = [["|[not json"]];
    });
    const { book } = await reopened();
    expect(book.history?.standings.map(({ member }) => member)).toEqual(["Sud"]);
  });

  test("what is no longer there leaves no trace below", async () => {
    await keep({ book: refresh(20_780, ...Array.from({ length: 60 }, (_, n) => seen(`${n}`))) });
    await keep({ book: refresh(20_781, seen("Nord")) });
    const { book } = await keep({ book: (old) => ({ ...old, history: { ...old.history!, log: [] } }) });
    expect(book.history?.standings).toHaveLength(1);
    expect((await reopened()).book).toEqual(book);
  });

  test("a refresh costs two requests and some 160 bytes a standing; the most it may ever hold stays far below a request", async () => {
    const usual = Array.from({ length: 110 }, (_, n) => seen(`Jean-Baptiste Delacroix ${n}`, "equilibre"));
    await keep({ book: refresh(20_780, ...usual) });
    office.host.resetCounters();
    const { syncs } = await keep({ book: refresh(20_781, ...usual) });
    const small = office.host.counters();
    expect([syncs, small.syncs]).toEqual([2, 2]);
    expect(small.bytesUp / usual.length).toBeLessThan(250);
    const many = (tier: Observation["tier"]) =>
      Array.from({ length: MOST_STANDINGS + 500 }, (_, n) => seen(`Jean-Baptiste Delacroix ${n}`, tier));
    await keep({ book: refresh(20_782, ...many("equilibre")) });
    office.host.resetCounters();
    const { book } = await keep({ book: refresh(20_783, ...many("alerte")) });
    const most = office.host.counters();
    console.info(
      `usual: ${small.syncs} syncs, ${small.bytesUp} bytes up, ${small.bytesDown} down; ` +
        `most: ${most.syncs} syncs, ${most.bytesUp} up, ${most.bytesDown} down`,
    );
    expect(book.history?.standings).toHaveLength(MOST_STANDINGS);
    expect((book.history as AlertHistory).log).toHaveLength(MOST_CHANGES);
    expect(most.bytesUp).toBeLessThan(1_500_000);
  });
});

describe("the action plan", () => {
  test("an action becomes a row of a visible sheet, and the next one follows it", async () => {
    const first = await keep({ add: action() });
    expect(first.sheetName).toBe("Plan d'action");
    expect(first.actions).toEqual([{ ...action(), id: "A-001" }]);
    const { actions, problems } = await keep({ add: action({ member: "Sud", due: null }) });
    expect(problems).toEqual([]);
    expect(actions.map(({ id, member, due }) => [id, member, due])).toEqual([
      ["A-001", "Nord", 20_800],
      ["A-002", "Sud", null],
    ]);
    expect((await reopened()).actions).toEqual(actions);
  });

  test("no text is ever a formula, and each comes back as it was", async () => {
    const texts = TRICKY_TEXTS.map((text) => text.trim()).filter((text) => text.length < 1_000);
    for (const note of texts) await keep({ add: action({ note, decision: note }) });
    const { actions } = await reopened();
    expect(actions.map(({ note }) => note)).toEqual(texts);
    const sheet = office.host.grid
      .sheetIds()
      .find((id) => office.host.grid.sheetName(id) === "Plan d'action")!;
    await Excel.run(async (context) => {
      const notes = context.workbook.tables.getItem(ACTIONS.name).columns.getItem("Note").getDataBodyRange();
      notes.load("formulas,values");
      await context.sync();
      expect(notes.formulas.flat()).toEqual(notes.values.flat());
    });
    expect(sheet).toBeDefined();
  });

  test("what is edited in the pane changes that row alone", async () => {
    await keep({ add: action() });
    await keep({ add: action({ member: "Sud" }) });
    await type("L6", [["appelé lundi"]]);
    const { actions } = await keep({ update: { id: "A-002", changed: { state: "done", due: 20_900 } } });
    expect(actions.map(({ state, due, note }) => [state, due, note])).toEqual([
      ["todo", 20_800, ""],
      ["done", 20_900, "appelé lundi"],
    ]);
  });

  test("survives moved columns, sorted rows, rows inserted above and a renamed sheet", async () => {
    await keep({ add: action() });
    await keep({ add: action({ member: "Sud" }) });
    await act(({ worksheets, tables }) => {
      const sheet = worksheets.getItem("Plan d'action");
      sheet.name = "À faire";
      const body = tables.getItem(ACTIONS.name).getDataBodyRange();
      body.load("values");
      sheet.getRange("A1:A2").getEntireRow().insert("Down");
    });
    // Sorted: the rows change places; moved: two columns change places, headings included.
    await Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(ACTIONS.name).getRange().load("values");
      await context.sync();
      const [headings, first, second] = range.values;
      const swap = ([id, kpi, ...rest]: unknown[]) => [kpi, id, ...rest];
      range.values = [swap(headings!), swap(second!), swap(first!)];
      await context.sync();
    });
    const { actions, sheetName } = await keep({ add: action({ member: "Est" }) });
    expect(sheetName).toBe("À faire");
    expect(actions.map(({ id, member }) => [id, member])).toEqual([
      ["A-002", "Sud"],
      ["A-001", "Nord"],
      ["A-003", "Est"],
    ]);
  });

  test("a deleted sheet is made anew from the hidden copy, wrong rows included", async () => {
    await keep({ add: action() });
    await keep({ add: action({ member: "Sud" }) });
    await type("I6", [["bientôt"]]);
    const before = await keep({ book: (book) => book });
    await act(({ worksheets }) => worksheets.getItem("Plan d'action").delete());
    const after = await keep({ book: (book) => book });
    expect(after.book.actions).toEqual(before.book.actions);
    expect([after.actions, after.problems]).toEqual([before.actions, before.problems]);
    expect(after.problems).toHaveLength(1);
  });

  test("a row that is no action is told with its cell, and nothing is lost", async () => {
    for (let row = 0; row < 6; row++) await keep({ add: action() });
    await type("A6", [["'A-001"]]);
    await type("B7", [["CHIFRE"]]);
    await type("C8", [["planète"]]);
    await type("H9", [["'demain"]]);
    await type("I10", [["presque"]]);
    const { actions, problems, book } = await keep({ book: (old) => old });
    expect(problems.map(({ address, failure, cause }) => [address, failure.code, cause.code])).toEqual([
      ["Plan d'action!A6", "action-invalid", "row-duplicate-id"],
      ["Plan d'action!B7", "action-invalid", "kpi-unknown"],
      ["Plan d'action!C8", "action-invalid", "dimension-unknown"],
      ["Plan d'action!H9", "action-invalid", "row-bad-date"],
      ["Plan d'action!I10", "action-invalid", "row-bad-choice"],
    ]);
    expect(actions.map(({ id }) => id)).toEqual(["A-001"]);
    expect(book.actions).toHaveLength(6);
    expect(book.actions[3]?.axis).toBe("planète");
    expect(book.actions[4]?.due).toBe("demain");
  });

  test("a row typed by hand gets its number; English states and typed dates are understood", async () => {
    await keep({ makeSheet: true });
    await type("F5:I5", [["Rappeler le centre de contact", "Bo", "'15/12/2026", "in progress"]]);
    const { actions, problems } = await keep({ book: (book) => book });
    expect(problems).toEqual([]);
    expect((await reopened()).actions).toEqual([
      expect.objectContaining({ id: "A-001", owner: "Bo", state: "doing", kpi: "" }),
    ]);
    expect(actions).toHaveLength(1);
  });

  test("without its headings nothing is added, and the copy stays", async () => {
    await keep({ add: action() });
    await type("A4", [["autre chose"]]);
    expect(refusal(await keepAlerts({ add: action() }))).toBe("action-invalid");
    const { book, problems } = await keep({ book: (old) => old });
    expect(book.actions).toHaveLength(1);
    expect(problems.map(({ cause }) => cause.code)).toEqual(["file-missing-columns"]);
  });

  test("plain cells under the same headings are still the plan", async () => {
    await keep({ add: action() });
    await act(({ tables }) => tables.getItem(ACTIONS.name).convertToRange());
    const { actions } = await keep({ add: action({ member: "Sud" }) });
    expect(actions.map(({ member }) => member)).toEqual(["Nord", "Sud"]);
  });

  test("an action that is gone cannot be changed; a protected sheet says so", async () => {
    await keep({ add: action() });
    expect(refusal(await keepAlerts({ update: { id: "A-009", changed: { note: "x" } } }))).toBe(
      "action-invalid",
    );
    await act(({ worksheets }) => worksheets.getItem("Plan d'action").protection.protect());
    expect(refusal(await keepAlerts({ update: { id: "A-001", changed: { note: "x" } } }))).toBe(
      "workbook-protected",
    );
  });
});
