import { addRoom, createPaneTexts } from "../../src/i18n/paneTexts";
import { settingsEn } from "../../src/i18n/settings.en";
import { settingsFr } from "../../src/i18n/settings.fr";

const settings = { fr: settingsFr, en: settingsEn };

describe("the pane's texts", () => {
  it("hold what is seen first, in both languages, and no page's", async () => {
    const texts = createPaneTexts("fr");
    expect(texts.t("actions.refresh")).toBe("Actualiser");
    await texts.changeLanguage("en");
    expect(texts.t("actions.refresh")).toBe("Refresh");
    expect(texts.hasResourceBundle("fr", "settings")).toBe(false);
  });

  it("gain a page's room when the page comes, in both languages", async () => {
    const texts = createPaneTexts("en");
    addRoom(texts, "settings", settings);
    addRoom(texts, "settings", settings);
    expect(texts.t("settings:heading")).toBe(settingsEn.heading);
    await texts.changeLanguage("fr");
    expect(texts.t("settings:heading")).toBe(settingsFr.heading);
  });
});
