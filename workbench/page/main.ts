/** The workbench: an empty workbook, the add-in at its right, and a way to save and open files. */
import type { WorkbookModel } from "../../src/xlsx/model";
import { writeWorkbook } from "../../src/xlsx/write";
import { buildBar } from "./bar";
import { collectWorkbook } from "./collect";
import { readXlsx } from "./openXlsx";
import { listenToShortcuts } from "./shortcuts";
import { type OpenWorkbook, openWorkbook, type PageConfig, type SavedWorkbook } from "./workbook";

/** The handle that tests and the demo drive; a person uses the page. */
export interface Workbench {
  readonly current: () => OpenWorkbook;
  /** The files that the add-in had opened in windows of their own, oldest first. */
  readonly created: () => readonly Uint8Array[];
  /** The workbook as .xlsx bytes. */
  readonly xlsx: () => Promise<Uint8Array>;
  readonly openXlsx: (bytes: ArrayBuffer) => Promise<void>;
  readonly reopen: (saved: SavedWorkbook) => Promise<void>;
}
declare global {
  interface Window {
    workbench?: Workbench;
  }
}

const SETTLE_MS = 60_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function start(): Promise<void> {
  const config = (await (await fetch("config.json")).json()) as PageConfig;
  const asked = new URLSearchParams(location.search).get("addin");
  const options = { ...config, addinUrl: asked ?? config.addinUrl };
  const created: Uint8Array[] = [];
  const onCreateWorkbook = (base64: string | null) => {
    created.push(Uint8Array.from(atob(base64 ?? ""), (character) => character.charCodeAt(0)));
    openWindow(created.length - 1);
  };
  const handedOver = await fromOpener();
  let current = await openWorkbook(options, { onCreateWorkbook, ...(handedOver && { model: handedOver }) });

  async function xlsx(): Promise<Uint8Array> {
    await current.grid.settled(SETTLE_MS);
    return writeWorkbook(collectWorkbook(current.grid, current.host));
  }
  async function openXlsx(bytes: ArrayBuffer): Promise<void> {
    const model = await readXlsx(bytes);
    current.close();
    current = await openWorkbook(options, { model, onCreateWorkbook });
  }

  const pane = document.getElementById("pane");
  const show = (shown: boolean) => {
    pane?.toggleAttribute("hidden", !shown);
    current.host.setPaneVisibility(shown ? "Visible" : "Hidden");
  };
  document.getElementById("close-pane")?.addEventListener("click", () => show(false));
  const bar = document.getElementById("bar");
  if (bar) {
    buildBar(bar, {
      togglePane: () => show(pane?.hasAttribute("hidden") ?? true),
      refresh: () => void current.host.executeRibbonFunction("refresh"),
      save: () => void xlsx().then((bytes) => download(bytes, "Classeur1.xlsx"), report),
      open: (file) => void file.arrayBuffer().then(openXlsx).catch(report),
      host: () => current.host,
    });
  }
  listenToShortcuts((action) => void current.host.executeRibbonFunction(action));
  window.workbench = {
    current: () => current,
    created: () => created,
    xlsx,
    openXlsx,
    async reopen(saved) {
      current.close();
      current = await openWorkbook(options, { saved, onCreateWorkbook });
    },
  };
  document.documentElement.dataset.ready = "true";
}

/** The URL parameter that names the opener's file to show. */
const CREATED = "created";

/** A window like this one for a file that the add-in made; a browser that blocks it says so itself. */
function openWindow(index: number): void {
  const address = new URL(location.href);
  address.searchParams.set(CREATED, String(index));
  window.open(address.href, "_blank");
}

async function fromOpener(): Promise<WorkbookModel | undefined> {
  const index = new URLSearchParams(location.search).get(CREATED);
  const workbench = (window.opener as Window | null)?.workbench;
  const bytes = index === null ? undefined : workbench?.created()[Number(index)];
  return bytes && readXlsx(Uint8Array.from(bytes).buffer);
}

function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function report(reason: unknown): void {
  const status = document.getElementById("status");
  const message = document.createElement("span");
  message.className = "error";
  message.textContent = reason instanceof Error ? reason.message : String(reason);
  status?.prepend(message);
}

start().catch((reason: unknown) => {
  report(reason);
  document.documentElement.dataset.ready = "failed";
});
