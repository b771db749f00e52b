import { formatsOf } from "../../src/i18n/formats";
import { textsOf } from "../../src/i18n/texts";
import { openAlerts, sinceLastRefresh } from "../../src/kpi/alerts/history";
import { createAlertsService } from "../../src/live/alerts";
import { CurrentData } from "../../src/live/currentData";
import { createLiveData } from "../../src/live/inForce";
import { proposedAction } from "../../src/taskpane/pages/alerts/proposal";
import { ensureTargets } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { salesOf } from "../kpi/sales";
import { SMALL_COMPANY } from "../kpi/smallCompany";
import { ALERTS_DATE, alertHistory } from "../taskpane/alertsDouble";
import { act, granted, refusal } from "../workbook/office";
import { excel } from "./excel";

const TARGETS = [
  { kpi: "CA", dimension: "", member: "", period: "2024-05", value: 100 },
  { kpi: "CA", dimension: "region", member: "Est", period: "2024", value: 10_000 },
];

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

/** The pane's runtime over this workbook, as often as it is opened. */
function runtime() {
  const live = createLiveData({
    ...excel,
    current: new CurrentData(),
    onFault: (thrown) => {
      throw thrown;
    },
  });
  return { live, alerts: createAlertsService({ ...excel, live, language: "fr" }) };
}
const told = (history: Parameters<typeof openAlerts>[0]) =>
  openAlerts(history).map(({ kpi, member, tier }) => `${kpi} ${member} ${tier}`);

test("the first refresh begins the history; the next tells what it changed, also after reopening", async () => {
  granted(await ensureTargets(TARGETS));
  const { live, alerts } = runtime();
  expect(refusal(await alerts.follow())).toBe("no-data");
  await live.put(salesOf(SMALL_COMPANY, "2024-05-15"));
  const first = granted(await alerts.follow()).book.history!;
  expect(told(first)).toEqual(["CA Est alerte"]);
  expect(sinceLastRefresh(first)).toEqual([]);

  await live.put(salesOf(SMALL_COMPANY, "2024-05-29"));
  granted(await alerts.follow());
  const again = runtime();
  const { history } = granted(await again.alerts.read()).book;
  expect(told(history!)).toEqual(["CA  alerte", "CA Est alerte"]);
  expect(sinceLastRefresh(history!).map(({ kpi, member, from, to }) => [kpi, member, from, to])).toEqual([
    ["CA", "", "equilibre", "alerte"],
  ]);
});

test("a workbook with data and no history begins one when the page opens; without data it writes nothing", async () => {
  granted(await ensureTargets(TARGETS));
  const { live, alerts } = runtime();
  expect(granted(await alerts.read()).book.history).toBeUndefined();
  await live.put(salesOf(SMALL_COMPANY, "2024-05-15"));
  let calls = 0;
  alerts.subscribe(() => calls++);
  expect(told(granted(await alerts.read()).book.history!)).toEqual(["CA Est alerte"]);
  expect([calls, alerts.now() !== undefined]).toEqual([1, true]);
});

test("an alert is explained by its rows; the plan's sheet opens, made where there is none", async () => {
  granted(await ensureTargets(TARGETS));
  const { live, alerts } = runtime();
  await live.put(salesOf(SMALL_COMPANY, "2024-05-15"));
  const [alert] = openAlerts(granted(await alerts.follow()).book.history!);
  const found = granted(await alerts.explain(alert!));
  expect([found.explanation.answer, found.explanation.rowCount, found.detail.rows.length]).toEqual([
    -20, 1, 1,
  ]);
  granted(await alerts.showPlan());
  await act(({ worksheets }) => worksheets.getItem("Plan d'action").getRange("A1"));
});

test("a plan whose sheet was deleted is there again when the page opens", async () => {
  const { alerts } = runtime();
  const add = proposedAction(openAlerts(alertHistory)[0]!, undefined, ALERTS_DATE, {
    t: textsOf("alerts", "fr"),
    formats: formatsOf("fr"),
    language: "fr",
  });
  const before = granted(await alerts.keep({ add })).actions;
  await act(({ worksheets }) => worksheets.getItem("Plan d'action").delete());
  expect(granted(await runtime().alerts.read()).actions).toEqual(before);
});
