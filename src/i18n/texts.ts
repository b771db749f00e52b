import i18next, { type i18n, type TFunction } from "i18next";
import type { Language } from "../sales/text";
import { en } from "./en";
import { fr } from "./fr";

/** The rooms that have texts; each is an i18next namespace. */
export type TextRoom = keyof typeof fr;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "pane";
    resources: typeof fr;
  }
}

/**
 * An i18next instance, ready at once, with both languages inside. The pane gives it to react-i18next; the
 * language is changed with `changeLanguage`. Keys are checked by the compiler.
 */
export function createTexts(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: "fr",
    defaultNS: "pane",
    ns: Object.keys(fr),
    resources: { fr, en },
    initAsync: false,
    // React escapes by itself, and a terminal shows no HTML.
    interpolation: { escapeValue: false },
  });
  return instance;
}

let shared: i18n | undefined;

/** The texts of one room in one language: `t("commandMissing")`. */
export function textsOf<Room extends TextRoom>(room: Room, language: Language): TFunction<Room> {
  shared ??= createTexts(language);
  return shared.getFixedT(language, room);
}
