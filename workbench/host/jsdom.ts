import { AsyncLocalStorage } from "node:async_hooks";
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

/** The Excel of a co-author, on the same workbook. */
export interface Colleague {
  /** Runs `work` in her Excel: whatever it begins finds her office.js under the usual global names. */
  readonly run: <T>(work: () => T) => T;
  /** She does something in the grid herself: typing, calculating. */
  readonly acts: () => void;
  /** She closes Excel: no request of hers arrives any more, nor any answer. */
  readonly close: () => void;
}

const ORIGIN = "https://localhost";
const READY_LIMIT_MS = 10_000;
const dist = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
let conversations = 0;

/** One add-in page per window: opening the next removes the library's leftovers. */
const listeners: EventListenerOrEventListenerObject[] = [];
const globals = new Set<string>();

/** Takes what hears the window's messages. */
type Listen = (listener: EventListenerOrEventListenerObject) => void;

/** The library's globals in one colleague's Excel, by name. */
type Globals = Map<string, unknown>;
/** The Excel that the code under way runs in; undefined is the one of `openOffice`. */
const present = new AsyncLocalStorage<Globals | undefined>();

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
  for (const listener of listeners.splice(0)) window.removeEventListener("message", listener);
  for (const name of globals) {
    const isOfClients = Object.getOwnPropertyDescriptor(window, name)?.get;
    if (isOfClients) Reflect.deleteProperty(window, name);
    Reflect.set(window, name, undefined);
  }
  const listen = (listener: EventListenerOrEventListenerObject) => {
    listeners.push(listener);
    window.EventTarget.prototype.addEventListener.call(window, "message", listener);
  };
  const connection = await load(host, options.displayLanguage, listen, (json) =>
    window.dispatchEvent(new MessageEvent("message", { data: json, origin: ORIGIN })),
  );
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

/** Opens the workbook of an open Excel in a second one, with an office.js of its own beside the first's. */
export async function joinOffice({ host }: OpenedOffice, displayLanguage?: string): Promise<Colleague> {
  const own: Globals = new Map();
  for (const name of [...globals, "name", "opener"]) sharePerClient(name);
  const hearing: EventListenerOrEventListenerObject[] = [];
  const listen = (listener: EventListenerOrEventListenerObject) => void hearing.push(listener);
  const connection = await present.run(own, () =>
    load(host, displayLanguage, listen, (json) => {
      const event = new MessageEvent("message", { data: json, origin: ORIGIN });
      for (const listener of hearing)
        if (typeof listener === "function") listener.call(window, event);
        else listener.handleEvent(event);
    }),
  );
  return {
    run: (work) => present.run(own, work),
    acts: () => host.act(connection),
    close: () => connection.close(),
  };
}

/** Makes a global of the library one per Excel; the first Excel's keeps its value. */
function sharePerClient(name: string): void {
  let first: unknown = Reflect.get(window, name);
  if (Object.getOwnPropertyDescriptor(window, name)?.get && name !== "name" && name !== "opener") return;
  Object.defineProperty(window, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      const own = present.getStore();
      return own ? own.get(name) : first;
    },
    set: (value: unknown) => {
      const own = present.getStore();
      if (own) own.set(name, value);
      else first = value;
    },
  });
}

/** Loads office.js in the present Excel and connects it to the host; `hear` brings the host's messages to those that `listen`. */
async function load(
  host: Host,
  language: string | undefined,
  listen: Listen,
  hear: (json: string) => void,
): Promise<ReturnType<Host["connect"]>> {
  sessionStorage.clear();
  const conversation = `c${++conversations}`;
  window.name = frameName(conversation, ORIGIN, language ?? "fr-FR");
  const excel = present.getStore();
  const connection = host.connect({
    post: (json) => void present.run(excel, () => setTimeout(() => hear(json), 0)),
  });
  Object.defineProperty(document, "domain", { value: "localhost", configurable: true });
  const opener = { postMessage: (json: unknown) => void connection.receive(json) };
  if (excel) excel.set("opener", opener);
  else Object.defineProperty(window, "opener", { value: opener, configurable: true });
  const before = new Set(Object.getOwnPropertyNames(window));
  const restorePage = loadScriptsFromDist(listen);
  try {
    runScript("office.js");
    await ready();
  } finally {
    restorePage();
    for (const name of Object.getOwnPropertyNames(window)) if (!before.has(name)) globals.add(name);
  }
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return connection;
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
function loadScriptsFromDist(hear: Listen): () => void {
  const marker = document.createElement("script");
  marker.type = "text/plain";
  marker.src = `${ORIGIN}/officejs/office.js?_host_Info=${hostInfo("fr-FR")}`;
  append.call(document.head, marker);
  const listen = window.addEventListener;
  window.addEventListener = function remember(this: Window, ...args: Parameters<typeof listen>) {
    if (args[0] === "message") hear(args[1]);
    else listen.apply(this, args);
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
