import type { i18n, TFunction } from "i18next";
import type { Language } from "../sales/text";
import { en } from "./en";
import { fr } from "./fr";
import { instanceOf, type TextRoom } from "./instance";

/**
 * An i18next instance, ready at once, with every room inside. The language is changed with `changeLanguage`. Keys are
 * checked by the compiler. The pane, which must be light, has `createPaneTexts`.
 */
export const createTexts = (language: Language): i18n => instanceOf(language, { fr, en });

let shared: i18n | undefined;

/** The texts of one room in one language: `t("commandMissing")`. */
export function textsOf<Room extends TextRoom>(room: Room, language: Language): TFunction<Room> {
  shared ??= createTexts(language);
  return shared.getFixedT(language, room);
}
