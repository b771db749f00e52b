import { formatsOf } from "../../src/i18n/formats";
import { createTexts, textsOf } from "../../src/i18n/texts";
import { dayOf } from "../../src/sales/calendar";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("interface texts", () => {
  it("speak French and English", () => {
    expect(textsOf("cli", "fr")("commandUnknown", { command: "x" })).toBe(
      "La commande « x » n'existe pas : eval, check, build ou share.",
    );
    expect(textsOf("cli", "en")("commandUnknown", { command: "x" })).toBe(
      "There is no command “x”: eval, check, build or share.",
    );
  });

  it("change language at run time", async () => {
    const texts = createTexts("fr");
    expect(texts.t("cli:optionMissing", { option: "--out" })).toBe("L'option --out est obligatoire.");
    await texts.changeLanguage("en");
    expect(texts.t("cli:optionMissing", { option: "--out" })).toBe("The option --out is required.");
  });
});

describe("figures and dates", () => {
  const day = dayOf(2026, 11, 23);

  it("are written as in France", () => {
    const formats = formatsOf("fr");
    expect(plain(formats.money(1234567.8))).toBe("1 234 568 €");
    expect(plain(formats.percent(0.1254))).toBe("12,5 %");
    expect(plain(formats.number(-1234.567))).toBe("-1 234,57");
    expect(formats.day(day)).toBe("23/11/2026");
    expect(formats.longDay(day)).toBe("lundi 23 novembre 2026");
  });

  it("are written as in the United States", () => {
    const formats = formatsOf("en");
    expect(formats.money(1234567.8)).toBe("€1,234,568");
    expect(formats.percent(0.1254)).toBe("12.5%");
    expect(formats.count(20_000)).toBe("20,000");
    expect(formats.day(day)).toBe("11/23/2026");
  });

  it("keeps a moment readable", () => {
    expect(formatsOf("fr").moment("2026-11-23T08:30:00Z")).toMatch(/^23\/11\/2026 /);
  });
});
