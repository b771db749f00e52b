import { formatsOf } from "../../src/i18n/formats";
import { textsOf } from "../../src/i18n/texts";
import { openAlerts } from "../../src/kpi/alerts/history";
import type { Language } from "../../src/sales/text";
import { isAddress, mailLink, messageOf, usualRecipient } from "../../src/taskpane/pages/alerts/message";
import type { Wording } from "../../src/taskpane/pages/alerts/words";
import { ALERTS_DATE, alertHistory } from "./alertsDouble";

const wording = (language: Language): Wording => ({
  t: textsOf("alerts", language),
  formats: formatsOf(language),
  language,
});
const [complaints, nord] = openAlerts(alertHistory);
const facts = { alert: complaints!, dataDate: ALERTS_DATE, rowCount: 45, decision: "" };

/** What a mail program reads out of a link. */
function read(link: string) {
  const [to, query] = link.replace("mailto:", "").split("?");
  const fields = new Map(query!.split("&").map((pair) => pair.split("=") as [string, string]));
  return {
    to,
    fields: [...fields.keys()],
    subject: decodeURIComponent(fields.get("subject")!),
    body: decodeURIComponent(fields.get("body")!),
  };
}

test("the message holds the figures, what they mean, the rows and the data date, in both languages", () => {
  const french = messageOf(facts, wording("fr"));
  expect(french.subject).toBe(
    "[Vigie] ◆ Alerte : Réclamations inhabituelles · 32 FreshAir · 27/10/2026 – 23/11/2026",
  );
  expect(french.body).toMatch(/- Valeur : 45\n- Habituel : 1,8\n- Écart : 43,2\n- Lignes de données .* : 45/);
  expect(french.body).toMatch(/contre sa moyenne des 12 mois précédents/);
  expect(french.body).toMatch(/Données au 23\/11\/2026/);
  const english = messageOf({ ...facts, alert: nord!, decision: "Call the ten first" }, wording("en"));
  expect(english.body).toMatch(/Revenue · Nord · 2026-11 has been in “◆ Alert” since 11\/23\/2026/);
  expect(english.body).toMatch(/- Value: €184,250\n- Expected by now: €245,333/);
  expect(english.body).toMatch(/Decision: Call the ten first/);
});

test("complaints go to the contact centre, revenue to whoever decides", () => {
  expect([usualRecipient(complaints!), usualRecipient(nord!)]).toEqual(["contactCentre", "owner"]);
});

test("a link gives back exactly the message, its line breaks as mail programs want them", () => {
  const message = { subject: "A & B ? = 100 % + é", body: "un\ndeux & trois\n😀" };
  expect(read(mailLink("ana@clim-azur.fr", message))).toEqual({
    to: "ana@clim-azur.fr",
    fields: ["subject", "body"],
    subject: message.subject,
    body: "un\r\ndeux & trois\r\n😀",
  });
});

test("a name with line breaks, as a CRM may hold it, leaves one line in the subject and in the body", () => {
  const member = "32\r\nBcc: eve@e.fr\u2028\u0000 FreshAir";
  const message = messageOf({ ...facts, alert: { ...complaints!, member } }, wording("fr"));
  expect(message.subject).toContain("Réclamations inhabituelles · 32 Bcc: eve@e.fr FreshAir · 27/10/2026");
  expect(message.body.split("\n").filter((line) => line.startsWith("Bcc"))).toEqual([]);
  expect(read(mailLink("", { subject: "un\r\nBcc: eve@e.fr", body: "" })).subject).toBe("un Bcc: eve@e.fr");
});

test.each(["x", "é", "😀", "\ud83d", "&\n"])("a link is never longer than 1,800 characters: %j", (text) => {
  const link = mailLink("ana@clim-azur.fr", { subject: text.repeat(3_000), body: text.repeat(3_000) });
  expect(link.length).toBeLessThanOrEqual(1_800);
  expect(read(link).body.endsWith("…")).toBe(true);
});

test.each([
  ["", true],
  ["ana@clim-azur.fr", true],
  ["ana", false],
  ["ana@a.fr,bo@b.fr", false],
  ["ana@a.fr?bcc=eve@e.fr", false],
  ["ana@a.fr\nBcc: eve@e.fr", false],
])("%j is an address: %s", (address, isOne) => {
  expect(isAddress(address)).toBe(isOne);
});
