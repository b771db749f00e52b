import type { TFunction } from "i18next";
import type { Formats } from "../../../i18n";
import {
  earlyRule,
  gapOf,
  isEarly,
  KPIS,
  type KpiDefinition,
  type Observation,
  type Standing,
  TIER_FACES,
  type Tier,
} from "../../../kpi";
import { dayOfMoment } from "../../../sales/calendar";
import { oneLine } from "../../../sales/fold";
import type { Language } from "../../../sales/text";

/** The language and formats for the words of this page. */
export interface Wording {
  readonly t: TFunction<"alerts">;
  readonly formats: Formats;
  readonly language: Language;
}

/** A KPI that this version no longer has is called by its id. */
export const kpiOf = (id: string): KpiDefinition | undefined => KPIS.get(id);

const kpiName = (id: string, language: Language): string => kpiOf(id)?.label[language] ?? id;

/** `◆ Alerte`: colour is never alone. */
export const tierWord = (tier: Tier, language: Language): string =>
  `${TIER_FACES[tier].sign} ${TIER_FACES[tier].label[language]}`;

/** `Chiffre d'affaires`, or the early rule's name. */
export function subjectName({ kpi, rule }: Pick<Standing, "kpi" | "rule">, language: Language): string {
  return earlyRule(rule)?.label[language] ?? kpiName(kpi, language);
}

/** The days of an early rule as people write them; other periods as they are. */
export function periodName(
  { period, grain }: Pick<Standing, "period" | "grain">,
  { formats }: Wording,
): string {
  if (grain !== "glissant") return period;
  return period
    .split("..")
    .map((day) => formats.day(dayOfMoment(Date.parse(day))))
    .join(" – ");
}

/** `Chiffre d'affaires · Nord · 2026-11` */
export const alertName = (alert: Standing | Observation, wording: Wording): string =>
  [
    subjectName(alert, wording.language),
    oneLine(alert.member) || wording.t("total"),
    periodName(alert, wording),
  ].join(" · ");

/** A figure in its KPI's unit. */
function figure(kpi: string, value: number, { formats, language }: Wording): string {
  const unit = kpiOf(kpi)?.unit;
  if (unit === "money") return formats.money(value);
  if (unit === "percent") return formats.percent(value);
  if (unit === "days") return `${formats.count(value)} ${language === "fr" ? "jours" : "days"}`;
  return formats.number(value);
}

/** Name and figure of all that is known of an alert. */
export function figures(
  alert: Standing,
  wording: Wording,
): readonly (readonly [name: string, figure: string])[] {
  const { t, formats } = wording;
  const { kpi, value, due, target } = alert;
  const gap = gapOf(alert);
  // Twenty-four times the usual, as a percentage, says nothing.
  const share = gap.share > 0 && !isEarly(alert) ? ` (${formats.percent(gap.share)})` : "";
  const known: readonly (readonly [string, number | null, string?])[] = [
    [t("value"), value],
    [t(isEarly(alert) ? "usual" : "due"), due],
    [t("gap"), gap.amount > 0 ? gap.amount : null, share],
    [t("target"), target === due ? null : target],
  ];
  return known.flatMap(([name, amount, more = ""]) =>
    amount === null ? [] : [[name, figure(kpi, amount, wording) + more] as const],
  );
}
