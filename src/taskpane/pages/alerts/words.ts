import type { TFunction } from "i18next";
import type { Formats } from "../../../i18n";
import {
  earlyRule,
  faceOf,
  gapOf,
  isEarly,
  type Observation,
  type Standing,
  TIER_FACES,
  type Tier,
  type Unit,
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

/** `◆ Alerte`: colour is never alone. */
export const tierWord = (tier: Tier, language: Language): string =>
  `${TIER_FACES[tier].sign} ${TIER_FACES[tier].label[language]}`;

/** `Chiffre d'affaires`, or the early rule's name. A KPI that this version no longer has is called by its id. */
export const subjectName = (subject: Pick<Standing, "kpi" | "face" | "rule">, language: Language): string =>
  (earlyRule(subject.rule) ?? faceOf(subject))?.label[language] ?? subject.kpi;

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
function figure(unit: Unit | undefined, value: number, { formats, language }: Wording): string {
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
  const { value, due, target } = alert;
  const unit = faceOf(alert)?.unit;
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
    amount === null ? [] : [[name, figure(unit, amount, wording) + more] as const],
  );
}
