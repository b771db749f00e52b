import type { SheetPlan } from "../dashboard/plan";
import { actionsSheet } from "../dashboard/sheets/actions";
import { registerSheet } from "../dashboard/sheets/register";
import { targetsSheet } from "../dashboard/sheets/targets";
import type { ActionItem } from "../kpi/alerts/action";
import type { AlertHistory } from "../kpi/alerts/history";
import { type Cut, scopeActions, scopeAlerts } from "../kpi/alerts/scope";
import { defaultRegister } from "../kpi/register/defaults";
import { type RegisterEntry, thresholdsOf } from "../kpi/register/entry";
import { DEFAULT_SETTINGS, type KpiSettings } from "../kpi/settings";
import { type Result, success } from "../sales/failure";
import type { Target } from "../sales/targets";
import type { Language } from "../sales/text";
import { cellsOf } from "../workbook/actions/write";
import { rowsOf } from "../workbook/alerts/records";
import { ALERTS_SHEET } from "../workbook/alerts/sheet";
import { EMPTY_SHEET, type SheetModel } from "../xlsx/model";

/** What the director keeps in his workbook beside the data and the targets. */
export interface Keepings {
  /** The rules in force; what they were before stays behind. Default: the product's own. */
  readonly register?: readonly RegisterEntry[];
  /** The tiers as they came to stand; what was paused or seen, and to whom one writes, stays behind. */
  readonly history?: AlertHistory;
  readonly actions?: readonly ActionItem[];
}

/** Those of a scope: every rule, and of the rest what is about its own members. Fails as `scopeAlerts` does. */
export function scopeKeepings({ register, history, actions = [] }: Keepings, cut: Cut): Result<Keepings> {
  const own = history ? scopeAlerts(history, cut) : success(undefined);
  if (!own.ok) return own;
  const done = scopeActions(actions, cut);
  if (!done.ok) return done;
  return success({
    ...(register && { register }),
    ...(own.value && { history: own.value }),
    actions: done.value,
  });
}

export const rulesOf = ({ register }: Keepings, language: Language): readonly RegisterEntry[] =>
  register ?? defaultRegister(language);

export const settingsOf = (keepings: Keepings, language: Language): KpiSettings => ({
  ...DEFAULT_SETTINGS,
  thresholds: thresholdsOf(rulesOf(keepings, language)),
});

/** The sheets that are the user's own: targets and rules; the action plan where there is one. */
export const keptSheets = (
  targets: readonly Target[],
  keepings: Keepings,
  language: Language,
): readonly SheetPlan[] => [
  targetsSheet(targets, language),
  registerSheet(rulesOf(keepings, language), language),
  ...(keepings.actions?.length
    ? [
        actionsSheet(
          keepings.actions.map((action) => cellsOf(action, language)),
          language,
        ),
      ]
    : []),
];

/** The very hidden sheet by which the add-in remembers the tiers; none where nothing is remembered. */
export function alertsSheet({ history }: Keepings): readonly SheetModel[] {
  if (!history) return [];
  const values = rowsOf({ history, attention: [], recipients: {}, actions: [] });
  return [
    { ...EMPTY_SHEET, name: ALERTS_SHEET, visibility: "veryHidden", blocks: [{ row: 0, column: 0, values }] },
  ];
}
