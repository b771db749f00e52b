import { cleanText } from "../../sales/cleanText";
import { type Failure, failed, failure, type Result, success } from "../../sales/failure";
import { fold, foldName } from "../../sales/fold";
import type { KpiDefinition } from "../definition";
import { nearest } from "../nearest";
import type { KpiRegistry } from "../registry";
import { DEFAULT_ALERT_ATTAINMENT, type TierThresholds } from "../settings";
import type { RegisterEntry } from "./entry";
import { readNumber } from "./number";

/** The cells of a row of the register, as a person fills them. */
export const REGISTER_FIELDS = [
  "kpi",
  "shown",
  "objective",
  "targetSource",
  "basis",
  "anticipation",
  "alert",
  "onEquilibre",
  "onAnticipation",
  "onAlerte",
  "user",
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];
export type RegisterRow = Readonly<Record<RegisterField, unknown>>;

/** What is wrong with a row, and in which cell. */
export interface EntryProblem {
  readonly field: RegisterField;
  readonly cause: Failure;
}

/** What the thresholds are compared with: the attainment, or the value itself. */
export const BASES = ["attainment", "value"] as const;
export type Basis = (typeof BASES)[number];
export const BASIS_LABELS: Readonly<Record<Basis, { readonly fr: string; readonly en: string }>> = {
  attainment: { fr: "% objectif", en: "% of target" },
  value: { fr: "valeur", en: "value" },
};

export const LONGEST_TEXT = 500;

const YES = new Set(["oui", "o", "yes", "y", "vrai", "true", "x", "1"]);
const NO = new Set(["", "non", "n", "no", "faux", "false", "0"]);

/** The KPI a row is about: its id, its longer name or its label in either language. Fails with `kpi-unknown`. */
export function readKpi(typed: unknown, registry: KpiRegistry): Result<KpiDefinition> {
  const text = cleanText(String(typed ?? ""));
  const known = registry.find(text);
  if (known.ok) return known;
  const named = (kpi: KpiDefinition) => [kpi.label.fr, kpi.label.en].map(foldName);
  const byLabel = registry.all.find((kpi) => named(kpi).includes(foldName(text)));
  if (byLabel) return success(byLabel);
  const labels = registry.all.flatMap(({ label }) => [label.fr, label.en]);
  const near = nearest(text, labels, fold);
  const meant = registry.all.find(({ label }) => label.fr === near || label.en === near);
  return meant && known.failure.params.nearest === undefined
    ? failed("kpi-unknown", { ...known.failure.params, nearest: meant.id })
    : known;
}

/** A row's cells → the entry, or everything that is wrong with it. */
export function readEntry(
  kpi: KpiDefinition,
  row: RegisterRow,
): { readonly entry?: RegisterEntry; readonly problems: readonly EntryProblem[] } {
  const problems: EntryProblem[] = [];
  const take = <T>(field: RegisterField, read: Result<T>): T | undefined => {
    if (read.ok) return read.value;
    problems.push({ field, cause: read.failure });
    return undefined;
  };
  const words = (field: RegisterField) => take(field, readText(row[field])) ?? "";
  const entry: RegisterEntry = {
    kpi: kpi.id,
    objective: words("objective"),
    targetSource: words("targetSource"),
    thresholds: readThresholds(kpi, row, take),
    decisions: {
      equilibre: words("onEquilibre"),
      anticipation: words("onAnticipation"),
      alerte: words("onAlerte"),
    },
    user: words("user"),
    shown: take("shown", readYes(row.shown)) ?? false,
  };
  return problems.length > 0 ? { problems } : { entry, problems };
}

type Take = <T>(field: RegisterField, read: Result<T>) => T | undefined;

function readThresholds(kpi: KpiDefinition, row: RegisterRow, take: Take): TierThresholds {
  const basis = take("basis", readBasis(row.basis));
  const asked = basis === "value" ? (limit: number) => limit : asShare;
  const anticipation = take("anticipation", readLimit(row.anticipation, asked));
  const alert = take("alert", readLimit(row.alert, asked));
  if (!basis) return {};
  take("alert", inOrder(kpi, basis, anticipation, alert));
  if (basis === "value")
    return {
      ...(alert !== undefined && { alertValue: alert }),
      ...(anticipation !== undefined && { anticipationValue: anticipation }),
    };
  const usual = kpi.better === "neither" ? undefined : DEFAULT_ALERT_ATTAINMENT[kpi.better];
  return {
    ...(alert !== undefined && alert !== usual && { alertAttainment: alert }),
    ...(anticipation !== undefined && anticipation !== 1 && { anticipationAttainment: anticipation }),
  };
}

/** The alert lies on the far side of the anticipation, whichever side is better; what is left out has its default. */
function inOrder(
  { better }: KpiDefinition,
  basis: Basis,
  anticipation: number | undefined,
  alert: number | undefined,
): Result<undefined> {
  if (better === "neither") return success(undefined);
  const isShare = basis === "attainment";
  const first = anticipation ?? (isShare ? 1 : undefined);
  const last = alert ?? (isShare ? DEFAULT_ALERT_ATTAINMENT[better] : undefined);
  if (first === undefined || last === undefined) return success(undefined);
  const wrong = better === "high" ? last > first : last < first;
  if (!wrong) return success(undefined);
  const shown = (limit: number) => (isShare ? `${Math.round(limit * 10_000) / 100} %` : String(limit));
  return failed(better === "high" ? "threshold-order-high" : "threshold-order-low", {
    alert: shown(last),
    anticipation: shown(first),
  });
}

/** Nobody means 8,000 % by 80. */
const asShare = (limit: number): number => (Math.abs(limit) >= LEAST_PERCENT ? limit / 100 : limit);
const LEAST_PERCENT = 5;

function readLimit(typed: unknown, meant: (limit: number) => number): Result<number | undefined> {
  if (typed === null || typed === undefined || String(typed).trim() === "") return success(undefined);
  const number = readNumber(typed);
  return number === undefined ? failed("row-bad-number", { value: String(typed) }) : success(meant(number));
}

function readText(typed: unknown): Result<string> {
  const text = cleanText(String(typed ?? ""));
  return text.length > LONGEST_TEXT
    ? failed("row-text-too-long", { length: text.length, limit: LONGEST_TEXT })
    : success(text);
}

function readYes(typed: unknown): Result<boolean> {
  const word = fold(String(typed ?? ""));
  if (YES.has(word)) return success(true);
  if (NO.has(word)) return success(false);
  return {
    ok: false,
    failure: failure("row-bad-choice", { value: String(typed), possible: ["oui", "non"] }),
  };
}

function readBasis(typed: unknown): Result<Basis> {
  const word = fold(String(typed ?? ""));
  if (word === "") return success("attainment");
  const basis = BASES.find((one) => Object.values(BASIS_LABELS[one]).some((label) => fold(label) === word));
  return basis
    ? success(basis)
    : failed("row-bad-choice", { value: String(typed), possible: BASES.map((one) => BASIS_LABELS[one].fr) });
}
