import type { i18n } from "i18next";
import type { Language } from "../sales/text";
import { instanceOf, type RoomTexts, type TextRoom } from "./instance";
import { paneEn } from "./pane.en";
import { paneFr } from "./pane.fr";

/** The texts of the pane's first paint, for react-i18next. Each page brings its own room with `addRoom`. */
export const createPaneTexts = (language: Language): i18n =>
  instanceOf(language, { fr: { pane: paneFr }, en: { pane: paneEn } });

/** Adds a room's texts in both languages; nothing when they are there. */
export function addRoom<Room extends TextRoom>(texts: i18n, room: Room, added: RoomTexts<Room>): void {
  for (const [language, bundle] of Object.entries(added))
    if (!texts.hasResourceBundle(language, room)) texts.addResourceBundle(language, room, bundle);
}
