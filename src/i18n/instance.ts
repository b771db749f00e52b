import i18next, { type i18n } from "i18next";
import type { Language } from "../sales/text";
import type { fr } from "./fr";
import type { SameKeys } from "./sameKeys";

/** The rooms that have texts; each is an i18next namespace. */
export type TextRoom = keyof typeof fr;

/** One room's texts in both languages. */
export type RoomTexts<Room extends TextRoom> = Readonly<Record<Language, SameKeys<(typeof fr)[Room]>>>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "pane";
    resources: typeof fr;
  }
}

/** An i18next instance, ready at once, with the texts of these rooms in both languages. */
export function instanceOf(
  language: Language,
  resources: Readonly<Record<Language, { readonly [Room in TextRoom]?: RoomTexts<Room>[Language] }>>,
): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: "fr",
    defaultNS: "pane",
    ns: Object.keys(resources.fr),
    resources,
    initAsync: false,
    // React escapes by itself, and a terminal shows no HTML.
    interpolation: { escapeValue: false },
  });
  return instance;
}
