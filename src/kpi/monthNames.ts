import { fold } from "../sales/fold";
import type { Language } from "../sales/text";

const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-US" };

/** The twelve months' names, January first. */
export const monthNames = (language: Language): readonly string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(LOCALES[language], { month: "long", timeZone: "UTC" }).format(
      Date.UTC(2024, month, 1),
    ),
  );

/** 1–12 for a month's name in either language; 0 for anything else. */
export const monthNamed = (text: string): number =>
  Math.max(...[monthNames("fr"), monthNames("en")].map((names) => names.map(fold).indexOf(fold(text)))) + 1;
