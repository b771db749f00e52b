import type { ActionItem } from "../../src/kpi/alerts/action";
import type { AlertHistory } from "../../src/kpi/alerts/history";
import { TIER_RULE } from "../../src/kpi/alerts/standing";
import { defaultRegister } from "../../src/kpi/register/defaults";
import { bookOf } from "../../src/live/alertRecords";
import type { Target } from "../../src/sales/targets";
import { copyFile, cutCopy, planCopies } from "../../src/sharing/copies";
import { partsOf } from "../cli/parts";
import { TELLING_COMPANY, TELLING_TARGETS } from "../cli/tellingCompany";
import { salesOf } from "../kpi/sales";
import { leaks } from "./leaks";

const data = salesOf(TELLING_COMPANY, "2026-11-23");
const { dataDate } = data.provenance;

const action = (id: string, member: string): ActionItem => ({
  id,
  kpi: "CA",
  axis: "region",
  member,
  alert: `Alerte de ${member}`,
  decision: `Décision pour ${member}`,
  owner: `Responsable de ${member}`,
  due: dataDate - 5,
  state: "todo",
  createdOn: dataDate - 30,
  note: "",
});

const standing = (member: string) =>
  ({
    rule: TIER_RULE,
    kpi: "CA",
    axis: "region",
    member,
    grain: "mois",
    period: "2026-11",
    value: 1234.56,
    target: 5678.9,
    due: 5000.5,
    tier: "alerte",
    since: dataDate - 3,
  }) as unknown as AlertHistory["standings"][number];

const register = defaultRegister("fr").map((entry) =>
  entry.kpi === "CA"
    ? { ...entry, decisions: { ...entry.decisions, alerte: "Réunir les équipes lundi" } }
    : entry,
);

const original = {
  data,
  targets: TELLING_TARGETS as unknown as readonly Target[],
  register,
  history: {
    dataDate,
    refreshedAt: "2026-11-23T08:00:00Z",
    standings: ["Septentrion", "Levant"].map(standing),
    log: [],
  },
  actions: [action("A-001", "Septentrion"), action("A-002", "Levant")],
};

async function partsOfCopy(kind: "frozen" | "live") {
  const planned = planCopies(data, [{ regions: ["Septentrion"] }], "fr");
  if (!planned.ok) throw new Error(planned.failure.code);
  const own = cutCopy(original, planned.value[0]!);
  if (!own.ok) throw new Error(own.failure.code);
  const options = { kind, language: "fr", circulation: { on: "2026-11-23T09:00:00Z" } } as const;
  return partsOf((await copyFile(planned.value[0]!, own.value, options)).bytes);
}

test.each(["frozen", "live"] as const)(
  "a %s copy keeps the rules and its own actions, late ones said to be late; nobody else's",
  async (kind) => {
    const parts = await partsOfCopy(kind);
    const everything = [...parts.values()].join("\n");
    for (const kept of ["Réunir les équipes lundi", "Décision pour Septentrion", "◆ En retard"])
      expect([kept, everything.includes(kept)]).toEqual([kept, true]);
    for (const others of ["Levant", "A-002"])
      expect([others, everything.includes(others)]).toEqual([others, false]);
    expect(leaks(parts, { regions: ["Septentrion"] })).toEqual([]);
    expect(everything.includes("vigie.alerts")).toBe(kind === "live");
  },
  60_000,
);

test("a live copy remembers its own tiers, and nothing of who paused what or whom one writes to", async () => {
  const planned = planCopies(data, [{ regions: ["Septentrion"] }], "fr");
  if (!planned.ok) throw new Error(planned.failure.code);
  const own = cutCopy(original, planned.value[0]!);
  if (!own.ok) throw new Error("not cut");
  const { alertsSheet } = await import("../../src/sharing/keptSheets");
  const [sheet] = alertsSheet(own.value);
  const book = bookOf(sheet!.blocks[0]!.values as readonly (readonly unknown[])[]);
  expect(book.history?.standings.map(({ member }) => member)).toEqual(["Septentrion"]);
  expect(book).toMatchObject({ attention: [], recipients: {}, actions: [] });
});
