import { screen } from "@testing-library/react";
import { settingsEn, settingsFr } from "../../src/i18n";
import { failed } from "../../src/sales/failure";
import { DIAGNOSIS_IDS } from "../../src/taskpane/diagnosis";
import { probeBrowser, type WebProbeId } from "../../src/taskpane/diagnosis/web";
import { PROBE_COUNT } from "../../src/taskpane/pages/settings/Diagnostic";
import type { Finding } from "../../src/workbook";
import { states } from "./doubles";
import { renderPane } from "./rendering";

test("by keyboard: the diagnosis runs, says what is otherwise, and gives a text to copy", async () => {
  const { user } = renderPane(states.settings);
  const start = await screen.findByRole("button", { name: "Lancer le diagnostic" });
  start.focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Terminé : 2 points ne sont pas comme attendu.")).toBeTruthy();
  expect(screen.getByText("none kept")).toBeTruthy();
  const report = screen.getByRole("textbox", { name: "Texte à renvoyer" }) as HTMLTextAreaElement;
  expect(report.value).toContain("paper: other: Landscape, A4, not fitted (scale 100)");
  await user.click(screen.getByRole("button", { name: "Copier" }));
  expect(await screen.findByText("Copié.")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(report.value);
});

test("what keeps it from beginning is said in a sentence", async () => {
  const { user } = renderPane(states.settings, {
    diagnosis: async () => failed("workbook-protected"),
    language: "en",
  });
  await user.click(await screen.findByRole("button", { name: "Run the diagnosis" }));
  expect(await screen.findByText(/Remove the protection/)).toBeTruthy();
});

test("every probe has its words, and the page counts them all", () => {
  expect(DIAGNOSIS_IDS).toHaveLength(PROBE_COUNT);
  for (const texts of [settingsFr, settingsEn])
    for (const id of DIAGNOSIS_IDS) expect(texts[`probe_${id}`].length).toBeGreaterThan(5);
});

const browser = async (host: Parameters<typeof probeBrowser>[0]) => {
  const findings: Finding<WebProbeId>[] = [];
  await probeBrowser(host, "https://localhost/aide.html", (finding) => void findings.push(finding));
  return Object.fromEntries(findings.map(({ id, verdict, found }) => [id, `${verdict}: ${found}`]));
};

test("a window that opens is closed again, one that does not is told with Office's number", async () => {
  const close = jest.fn();
  const opened = { status: "succeeded", value: { close, addEventHandler: () => undefined } };
  const found = await browser({ displayDialogAsync: (_address, _size, tell) => tell(opened) });
  expect(found).toMatchObject({ dialog: "expected: opened and closed" });
  expect(found.storage).toMatch(/^expected: kept/);
  expect(close).toHaveBeenCalledTimes(1);
  const refused = { ...opened, status: "failed", error: { code: 12_011 } };
  expect(await browser({ displayDialogAsync: (_address, _size, tell) => tell(refused) })).toMatchObject({
    dialog: "other: refused 12011",
  });
});

test("a window that never answers, and a storage that is closed, end as findings", async () => {
  jest.useFakeTimers();
  const closed = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const running = browser({ displayDialogAsync: () => undefined });
  await jest.advanceTimersByTimeAsync(8_000);
  expect(await running).toMatchObject({ dialog: "other: no answer in 8 s", storage: "other: refused" });
  closed.mockRestore();
  jest.useRealTimers();
});
