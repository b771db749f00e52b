import { nextActionId } from "../../src/kpi/alerts/action";
import type { AlertHistory } from "../../src/kpi/alerts/history";
import { remember } from "../../src/kpi/alerts/history";
import { type Observation, queryOf, TIER_RULE } from "../../src/kpi/alerts/standing";
import type { RegisterEntry } from "../../src/kpi/register/entry";
import { KPIS } from "../../src/kpi/registry";
import type { KeptAlerts } from "../../src/live/alertBook";
import type { AlertsService } from "../../src/live/alerts";
import { failure, success } from "../../src/sales/failure";

/** Monday 23 November 2026. */
export const ALERTS_DATE = 20_780;

const seen = (member: string, tier: Observation["tier"], more: Partial<Observation> = {}): Observation => ({
  rule: TIER_RULE,
  kpi: "CA",
  axis: member ? "region" : "",
  member,
  grain: "mois",
  period: "2026-11",
  tier,
  value: 184_250,
  target: 320_000,
  due: 245_333,
  ...more,
});

const EARLY = seen("32 FreshAir", "alerte", {
  rule: "reclamations-produit",
  kpi: "RECLAMATIONS",
  axis: "produit",
  grain: "glissant",
  period: "2026-10-27..2026-11-23",
  value: 45,
  target: null,
  due: 1.8,
});
const LONG = "Établissements Dupont-Delacroix & Fils, Compagnie Générale de Climatisation du Grand Est";

/** Two refreshes: the second turned Nord and the complaints to Alerte. */
export const alertHistory: AlertHistory = [
  [seen("Nord", "anticipation"), seen(LONG, "anticipation", { axis: "client" }), seen("", "equilibre")],
  [
    seen("Nord", "alerte"),
    seen(LONG, "anticipation", { axis: "client" }),
    seen("", "anticipation", {
      kpi: "TAUXMARGE",
      value: 0.312,
      target: 0.35,
      due: 0.35,
      grain: "annee",
      period: "2026",
    }),
    EARLY,
  ],
].reduce<AlertHistory | undefined>(
  (history, observations, index) =>
    remember(
      history,
      { observations, unsettled: [] },
      { dataDate: ALERTS_DATE - 1 + index, refreshedAt: `2026-11-2${2 + index}T08:30:00+01:00` },
    ),
  undefined,
)!;

const registerEntry: RegisterEntry = {
  kpi: "CA",
  objective: "Tenir l'année",
  targetSource: "Budget",
  thresholds: {},
  decisions: {
    equilibre: "",
    anticipation: "Revoir les visites de la semaine",
    alerte: "Réunir l'équipe et rappeler les dix premiers clients",
  },
  user: "Ana Silva",
  shown: true,
};

export const keptAlerts: KeptAlerts = {
  book: {
    history: alertHistory,
    attention: [],
    recipients: { marketing: "marketing@clim-azur.fr" },
    actions: [],
  },
  actions: [
    {
      id: "A-001",
      kpi: "CA",
      axis: "Région",
      member: "Sud",
      alert: "◆ Alerte · Chiffre d'affaires · Sud · 2026-10",
      decision: "Deux journées de visites de plus",
      owner: "Bo",
      due: ALERTS_DATE - 3,
      state: "doing",
      createdOn: ALERTS_DATE - 20,
      note: "",
    },
  ],
  problems: [
    {
      address: "Plan d'action!H6",
      failure: failure("action-invalid", { row: 6 }),
      cause: failure("row-bad-date", { value: "bientôt", column: "Échéance" }),
    },
  ],
  sheetName: "Plan d'action",
};

/** Alerts kept in memory, as the workbook would keep them. */
export function alertsDouble(changes: Partial<AlertsService> = {}, start = keptAlerts): AlertsService {
  const listeners = new Set<() => void>();
  let kept: KeptAlerts | undefined;
  const told = (now: KeptAlerts) => {
    kept = now;
    for (const listener of listeners) listener();
    return success(now);
  };
  return {
    now: () => kept,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: async () => told(kept ?? start),
    follow: async () => told(kept ?? start),
    stories: async () => success([]),
    keep: async ({ book, add, update }) => {
      const old = kept ?? start;
      const changed = old.actions.map((action) =>
        action.id === update?.id ? { ...action, ...update.changed } : action,
      );
      const added = add ? [{ ...add, id: nextActionId(changed.map(({ id }) => id)) }] : [];
      const actions = [...changed, ...added];
      return told({
        ...old,
        actions,
        book: { ...(book?.(old.book) ?? old.book), actions: actions.map(({ id }) => ({ id })) },
      });
    },
    showPlan: async () => success(undefined),
    explain: async (alert) => {
      const explanation = {
        kpi: alert.kpi,
        period: {},
        filters: [],
        rowCount: 132,
        dataDate: ALERTS_DATE,
        answer: 1,
      };
      return success({
        query: queryOf(alert),
        kpi: KPIS.get(alert.kpi),
        explanation,
        detail: { headings: [], rows: [] },
        isCellsNumber: true,
      });
    },
    entryOf: (kpi) => (kpi === registerEntry.kpi ? registerEntry : undefined),
    ...changes,
  };
}
