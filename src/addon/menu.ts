import { metaOf } from "../gsheets";
import { sheetsText } from "../i18n";
import type { Language } from "../sales/text";
import { gatewayAddress } from "./gateway";
import { spreadsheetReader } from "./reader";
import { beginSchedule, endSchedule } from "./schedule";

const languageOf = (): Language => (/^fr/i.test(Session.getActiveUserLocale()) ? "fr" : "en");

/** Puts Vigie's entries into the menu "Extensions". May not read the document: at first it has no right to. */
export function addMenu(): void {
  const language = languageOf();
  const t = (key: Parameters<typeof sheetsText>[0]) => sheetsText(key, language);
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(t("menuOpen"), "vigieOpen")
    .addSeparator()
    .addItem(t("menuMorning"), "vigieMorning")
    .addItem(t("menuNoMorning"), "vigieNoMorning")
    .addSeparator()
    .addItem(t("menuFirstHour"), "vigieFirstHour")
    .addToUi();
}

/** Opens the pane: the gateway's page in a frame, which may call `vigieCall` and nothing else. */
export function openSidebar(): void {
  const page = HtmlService.createTemplateFromFile("sidebar");
  page.gateway = gatewayAddress().replace(/\/$/, "");
  SpreadsheetApp.getUi().showSidebar(page.evaluate().setTitle("Vigie"));
}

/** Asks for the team account's code and has the file refreshed each morning. */
export function askMorning(): void {
  const language = languageOf();
  const t = (key: Parameters<typeof sheetsText>[0]) => sheetsText(key, language);
  const ui = SpreadsheetApp.getUi();
  const source = metaOf(spreadsheetReader(SpreadsheetApp.getActiveSpreadsheet()))?.provenance.source;
  if (source === undefined) {
    ui.alert("Vigie", t("morningNeedsData"), ui.ButtonSet.OK);
    return;
  }
  const asked = ui.prompt("Vigie", t("morningCode"), ui.ButtonSet.OK_CANCEL);
  if (asked.getSelectedButton() !== ui.Button.OK) return;
  beginSchedule({ source, code: asked.getResponseText().trim() });
  ui.alert("Vigie", t("morningSet"), ui.ButtonSet.OK);
}

export function endMorning(): void {
  const language = languageOf();
  const t = (key: Parameters<typeof sheetsText>[0]) => sheetsText(key, language);
  const ui = SpreadsheetApp.getUi();
  ui.alert("Vigie", t(endSchedule() ? "morningEnded" : "morningNone"), ui.ButtonSet.OK);
}
