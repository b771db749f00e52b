import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import type { RunningGateway } from "../../../src/gateway/server";
import { launchBrowser } from "../../../workbench/browser";
import { servePaneHarness } from "./paneHarness";

let browser: Browser;
let gateway: RunningGateway;
beforeAll(async () => {
  [browser, gateway] = await Promise.all([launchBrowser(), servePaneHarness()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

async function open(width: number, theme = "light") {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(`${gateway.url}/taskpane.html?state=alerts&theme=${theme}&language=fr`);
  await page.getByRole("heading", { level: 3, name: "◆ Alerte : 2" }).waitFor({ timeout: 20_000 });
  return { page, complaints, close: () => context.close() };
}

async function faults(page: Page): Promise<string[]> {
  // Menus and messages fade in; their colours count once they stand.
  await page.waitForTimeout(400);
  await page.evaluate(axe.source);
  // Tabster's sentinels catch the focus on its way and hand it on at once.
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }),
  );
  return (results as AxeResults).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Where to leave pictures for eyes; none are kept by default. */
const pictures = process.env.VIGIE_PICTURES;
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

test.each([
  [320, "light"],
  [400, "light"],
  [320, "dark"],
] as const)(
  "at %d px, %s: the page with a message open fits and is accessible",
  async (width, theme) => {
    const { page, complaints, close } = await open(width, theme);
    expect(await faults(page)).toEqual([]);
    await picture(page, `alerts-${width}-${theme}`);
    await page.getByRole("button", { name: /^Écrire : Réclamations/ }).click();
    await page.getByRole("textbox", { name: "Message" }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, `message-${width}-${theme}`);
    expect(complaints).toEqual([]);
    await close();
  },
  60_000,
);

test("by keyboard alone: an alert is paused, an action made, a message copied", async () => {
  const { page, complaints, close } = await open(400);
  await page.getByRole("button", { name: /^Mettre en pause : Chiffre d'affaires · Nord/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem").first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 3, name: "En pause : 1" }).waitFor();
  await page.getByText("En pause tant que ça ne s'aggrave pas").waitFor();

  await page.getByRole("button", { name: /^Créer une action : Réclamations/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Action A-002 créée dans « Plan d'action »").waitFor();

  await page.getByRole("button", { name: /^Écrire : Réclamations/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copier" }).focus();
  await page.keyboard.press("Enter");
  // With or without a right to the clipboard, the message ends copied.
  await page.getByText("Message copié.").waitFor();
  const link = await page.getByRole("link", { name: "Ouvrir dans la messagerie" }).getAttribute("href");
  expect(link).toMatch(/^mailto:\?subject=/);
  expect(link!.length).toBeLessThanOrEqual(1_800);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
