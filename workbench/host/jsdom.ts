import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Grid } from "../grid/contract";
import { MemoryGrid } from "../grid/memoryGrid";
import { frameName, hostInfo } from "./appContext";
import { parseBehaviours } from "./behaviours";
import { createHost, type Host, type HostOptions } from "./host";
import { fillJsdomGaps } from "./jsdomGaps";

export interface OpenOptions extends HostOptions {
  /** Default: a fresh `MemoryGrid` with one sheet, `Feuil1`. */
  readonly grid?: Grid;
  /** A host that stands already, e.g. to open the same workbook again. */
  readonly host?: Host;
}

export interface OpenedOffice {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly host: Host;
  readonly grid: Grid;
  /** Ends the conversation and the host's timers. The globals stay until the next `openOffice`. */
  readonly dispose: () => void;
}

const ORIGIN = "https://localhost";
const READY_LIMIT_MS = 10_000;
const dist = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
let conversations = 0;

/** One add-in page per window: opening the next removes the library's leftovers. */
const listeners: [string, EventListenerOrEventListenerObject][] = [];
const globals = new Set<string>();

/**
 * Loads Microsoft's unmodified office.js into this jsdom window against a host, and waits for `Office.onReady`.
 * `Excel`, `Office`, `OfficeExtension`, `CustomFunctions` and `OfficeRuntime` are globals afterwards. Members above
 * the host's ExcelApi level are refused with ApiNotFound, as in a real Excel of that level.
 */
export async function openOffice(options: OpenOptions = {}): Promise<OpenedOffice> {
  fillJsdomGaps();
  const grid = options.host?.grid ?? options.grid ?? new MemoryGrid();
  const host =
    options.host ??
    createHost(grid, {
      ...options,
      behaviours: { ...parseBehaviours(process.env.VIGIE_HOST), ...options.behaviours },
    });
  const language = options.displayLanguage ?? "fr-FR";
  for (const [type, listener] of listeners.splice(0)) window.removeEventListener(type, listener);
  for (const name of globals) Reflect.set(window, name, undefined);
  sessionStorage.clear();
  const conversation = `c${++conversations}`;
  window.name = frameName(conversation, ORIGIN, language);
  const connection = host.connect({
    post: (json) =>
      void setTimeout(
        () => window.dispatchEvent(new MessageEvent("message", { data: json, origin: ORIGIN })),
        0,
      ),
  });
  Object.defineProperty(document, "domain", { value: "localhost", configurable: true });
  Object.defineProperty(window, "opener", {
    value: { postMessage: (json: unknown) => void connection.receive(json) },
    configurable: true,
  });
  const before = new Set(Object.getOwnPropertyNames(window));
  const restorePage = loadScriptsFromDist();
  try {
    runScript("office.js");
    await ready();
  } finally {
    restorePage();
    for (const name of Object.getOwnPropertyNames(window)) if (!before.has(name)) globals.add(name);
  }
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return {
    Excel: globalThis.Excel,
    Office: globalThis.Office,
    host,
    grid,
    dispose: () => {
      connection.close();
      if (!options.host) host.dispose();
    },
  };
}

declare global {
  namespace OfficeExtension {
    /** Not in the published types: switches the check of requirement sets on. */
    const CommonUtility: { _doApiNotSupportedCheck: boolean };
  }
}

const append = Node.prototype.appendChild;

function runScript(file: string): void {
  const script = document.createElement("script");
  script.textContent = readFileSync(join(dist, file), "utf8");
  append.call(document.head, script);
  script.remove();
}

/** Office.js finds its folder by its own script tag, and adds tags for its other files: these come from the package. */
function loadScriptsFromDist(): () => void {
  const marker = document.createElement("script");
  marker.type = "text/plain";
  marker.src = `${ORIGIN}/officejs/office.js?_host_Info=${hostInfo("fr-FR")}`;
  append.call(document.head, marker);
  const listen = window.addEventListener;
  window.addEventListener = function remember(this: Window, ...args: Parameters<typeof listen>) {
    if (args[0] === "message") listeners.push([args[0], args[1]]);
    return listen.apply(this, args);
  } as typeof listen;
  document.head.appendChild = function load<T extends Node>(node: T): T {
    const source =
      node instanceof HTMLScriptElement && node.src.startsWith(`${ORIGIN}/officejs/`) ? node : undefined;
    if (!source) return append.call(document.head, node) as T;
    const file = new URL(source.src).pathname.replace("/officejs/", "").toLowerCase();
    // Later, as in a browser: a file evaluated at once would find the library half made.
    setTimeout(() => {
      // Without its telemetry the library says so to itself and goes on.
      if (!/telemetry|otel/.test(file)) runScript(file);
      source.onload?.(new Event("load"));
    }, 0);
    return node;
  };
  return () => {
    Reflect.deleteProperty(document.head, "appendChild");
    window.addEventListener = listen;
    marker.remove();
  };
}

async function ready(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Office.onReady did not come in ${READY_LIMIT_MS} ms`)),
      READY_LIMIT_MS,
    );
  });
  try {
    await Promise.race([globalThis.Office.onReady(), late]);
  } finally {
    clearTimeout(timer);
  }
}
