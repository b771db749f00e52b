import { DEFAULT_ALERT_ATTAINMENT, type KpiDefinition, type TierThresholds } from "../kpi";
import { type Failure, failed, failure, type Result, success } from "../sales/failure";
import { fold } from "../sales/fold";
import type { Language, Text } from "../sales/text";
import { readNumber } from "./number";
import type { Cell } from "./table";

/** What the thresholds are compared with: the attainment, or the value itself. */
export const BASES = ["attainment", "value"] as const;
export type Basis = (typeof BASES)[number];
export const BASIS_LABELS: Readonly<Record<Basis, Text>> = {
  attainment: { fr: "% objectif", en: "% of target" },
  value: { fr: "valeur", en: "value" },
};

/** A row's thresholds as typed: shares may stand in percent. */
export interface TypedLimits {
  readonly basis: Basis;
  readonly anticipation: number | undefined;
  readonly alert: number | undefined;
}

export function readBasis(cell: Cell | undefined): Result<Basis> {
  if (cell === undefined) return success("attainment");
  const word = fold(String(cell));
  const basis = BASES.find((one) => Object.values(BASIS_LABELS[one]).some((label) => fold(label) === word));
  const possible = BASES.map((one) => BASIS_LABELS[one].fr);
  return basis ? success(basis) : failed("row-bad-choice", { value: String(cell), possible });
}

export function readLimit(cell: Cell | undefined): Result<number | undefined> {
  const number = readNumber(cell);
  return number === undefined && cell !== undefined
    ? failed("row-bad-number", { value: String(cell) })
    : success(number);
}

/** Thresholds → cells; defaults are written out. */
export function limitCells(
  { alertValue, anticipationValue, alertAttainment, anticipationAttainment }: TierThresholds,
  better: KpiDefinition["better"],
  language: Language,
): Readonly<Record<keyof TypedLimits, Cell>> {
  if (alertValue !== undefined || anticipationValue !== undefined)
    return {
      basis: BASIS_LABELS.value[language],
      anticipation: anticipationValue ?? "",
      alert: alertValue ?? "",
    };
  return {
    basis: BASIS_LABELS.attainment[language],
    anticipation: anticipationAttainment ?? (better === "neither" ? "" : 1),
    alert: alertAttainment ?? (better === "neither" ? "" : DEFAULT_ALERT_ATTAINMENT[better]),
  };
}

/** Typed limits → thresholds, empty where the defaults hold; or the failure of limits in the wrong order. */
export function thresholdsFrom(
  typed: TypedLimits,
  { better }: Pick<KpiDefinition, "better">,
): Result<TierThresholds> {
  const isShare = typed.basis === "attainment";
  const anticipation = isShare ? asShare(typed.anticipation) : typed.anticipation;
  const alert = isShare ? asShare(typed.alert) : typed.alert;
  const usual = better === "neither" ? undefined : DEFAULT_ALERT_ATTAINMENT[better];
  const wrong = wrongOrder(
    better,
    isShare,
    anticipation ?? (isShare ? 1 : undefined),
    alert ?? (isShare ? usual : undefined),
  );
  if (wrong) return { ok: false, failure: wrong };
  if (!isShare)
    return success({
      ...(alert !== undefined && { alertValue: alert }),
      ...(anticipation !== undefined && { anticipationValue: anticipation }),
    });
  return success({
    ...(alert !== undefined && alert !== usual && { alertAttainment: alert }),
    ...(anticipation !== undefined && anticipation !== 1 && { anticipationAttainment: anticipation }),
  });
}

/** The alert lies on the far side of the anticipation, whichever side is better. */
function wrongOrder(
  better: KpiDefinition["better"],
  isShare: boolean,
  anticipation: number | undefined,
  alert: number | undefined,
): Failure | undefined {
  if (better === "neither" || anticipation === undefined || alert === undefined) return undefined;
  if (better === "high" ? alert <= anticipation : alert >= anticipation) return undefined;
  const shown = (limit: number) => (isShare ? `${Math.round(limit * 10_000) / 100} %` : String(limit));
  return failure(better === "high" ? "threshold-order-high" : "threshold-order-low", {
    alert: shown(alert),
    anticipation: shown(anticipation),
  });
}

/** Nobody means 8,000 % by 80. */
const asShare = (limit: number | undefined): number | undefined =>
  limit !== undefined && Math.abs(limit) >= LEAST_PERCENT ? limit / 100 : limit;
const LEAST_PERCENT = 5;
