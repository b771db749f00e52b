import { failed, type Result, success } from "../sales/failure";
import type { Language, Text } from "../sales/text";
import { monthNamed, monthNames } from "./monthNames";
import type { KpiSettings } from "./settings";

/** What a company decides once for all its figures. */
export type CompanySettings = Pick<KpiSettings, "fiscalFirstMonth" | "lostAfterMonths">;
export type SettingId = keyof CompanySettings;

interface SettingDeclaration {
  readonly label: Text;
  readonly help: Text;
  /** Name on the command line: `--fiscal-first-month 4`. */
  readonly option: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** True for a month of the year, which may be typed by its name. */
  readonly isMonth?: true;
}

export const COMPANY_SETTINGS: Readonly<Record<SettingId, SettingDeclaration>> = {
  fiscalFirstMonth: {
    label: { fr: "Premier mois de l'exercice", en: "First month of the fiscal year" },
    help: {
      fr: "Les années, semestres, trimestres et CUMUL commencent là ; un exercice porte le numéro de l'année où il commence.",
      en: "Years, half-years, quarters and YTD start there; a fiscal year bears the number of the year it starts in.",
    },
    option: "fiscal-first-month",
    usual: 1,
    least: 1,
    most: 12,
    isMonth: true,
  },
  lostAfterMonths: {
    label: {
      fr: "Mois sans commande avant qu'un client soit perdu",
      en: "Months without an order until a customer is lost",
    },
    help: { fr: "Nombre de mois entiers.", en: "A whole number of months." },
    option: "lost-after-months",
    usual: 12,
    least: 1,
    most: 120,
  },
};

export const SETTING_IDS = Object.keys(COMPANY_SETTINGS) as readonly SettingId[];

/** Reads a setting's value as typed: a whole number, or a month's name in either language. Fails with `row-bad-number`. */
export function readSetting(id: SettingId, typed: string | number): Result<number> {
  const { least, most, isMonth } = COMPANY_SETTINGS[id];
  const text = String(typed).trim();
  const value = (isMonth && monthNamed(text)) || (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN);
  return value >= least && value <= most
    ? success(value)
    : failed("row-bad-number", { value: text, expected: `${least}–${most}` });
}

/** A setting's value as a person of that language writes it. */
export const settingText = (id: SettingId, value: number, language: Language): string | number =>
  COMPANY_SETTINGS[id].isMonth ? (monthNames(language)[value - 1] ?? value) : value;

/** The values of a setting that is chosen from a list, each as a person reads it; undefined where it is typed. */
export const settingChoices = (
  id: SettingId,
  language: Language,
): readonly { readonly value: number; readonly label: string }[] | undefined =>
  COMPANY_SETTINGS[id].isMonth && monthNames(language).map((label, month) => ({ value: month + 1, label }));
