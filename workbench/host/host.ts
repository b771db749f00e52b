import type { Grid } from "../grid/contract";
import { appContext } from "./appContext";
import { type Behaviours, behaviours } from "./behaviours";
import { Book } from "./book";
import { CellEdit } from "./cellEdit";
import type { AddinMessage, AddinPort } from "./channel";
import { ACTION_TYPE, Connection } from "./channel";
import { Clients } from "./clients";
import { Meter } from "./counters";
import { CustomFunctionsBridge, type FunctionsMetadata } from "./customFunctions";
import { executeMethod } from "./dispatch";
import { EVENT, EventHub } from "./events";
import { Faults } from "./faults";
import { gridEvents } from "./gridEvents";
import { Interpreter } from "./interpreter";
import type { ExcelApiLevel, RequirementMatrix } from "./matrix";
import { requirementMatrix } from "./matrix";
import { objectMakers } from "./objects/makers";
import { type PaneVisibility, type Shell, services } from "./services";
import { restore, type Snapshot, snapshot } from "./snapshot";

export interface HostOptions {
  /** The chosen `BEHAVIOURS`; the others keep this host's default. */
  readonly behaviours?: Partial<Behaviours>;
  /** The ExcelApi version this host claims, over the behaviour's; `1.8` makes office.js refuse younger members. */
  readonly excelApi?: ExcelApiLevel;
  /** Further or other requirement sets: `{SharedRuntime: "1.1"}`. */
  readonly requirements?: RequirementMatrix;
  readonly displayLanguage?: string;
  readonly contentLanguage?: string;
  readonly documentUrl?: string;
  /** `Office.context.document.settings` as the document holds them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Time-out of a custom function; its cell then shows `#N/A`. */
  readonly functionTimeoutMs?: number;
  /** Time until a co-author's Excel hears of a change. */
  readonly remoteDelayMs?: number;
  /** A workbook saved by `save()`. */
  readonly snapshot?: Snapshot;
  readonly startupState?: Shell["startupState"];
  readonly onPaneVisibility?: (visibility: PaneVisibility) => void;
  readonly onRibbonUpdate?: (ribbon: unknown) => void;
  /** `Excel.createWorkbook`: base64 of an .xlsx, or null for an empty one. */
  readonly onCreateWorkbook?: (base64: string | null) => void;
  /** `workbook.save()`. */
  readonly onSave?: () => void;
}

export type Host = ReturnType<typeof createHost>;

const FUNCTION_TIMEOUT_MS = 60_000;
/** A co-author's change takes seconds in a desktop Excel; tests need not wait for them. */
const REMOTE_DELAY_MS = 20;

/**
 * Excel as an add-in sees it, over a grid of cells: Microsoft's wire protocol, the object model, events, custom
 * functions, counters, and faults on purpose. Needs no screen: `connect` an add-in and pass it messages.
 */
export function createHost(grid: Grid, options: HostOptions = {}) {
  const language = options.displayLanguage ?? "fr-FR";
  const contentLanguage = options.contentLanguage ?? language;
  const chosen = behaviours(options.behaviours);
  const clients = new Clients();
  const meter = new Meter();
  const faults = new Faults();
  const cellEdit = new CellEdit(chosen.cellEdit);
  const broadcast = (name: string, data: unknown) =>
    clients.all.map((addin) => addin.fire(name, data)).some(Boolean);
  const events = new EventHub(clients, options.remoteDelayMs ?? REMOTE_DELAY_MS);
  const functions = new CustomFunctionsBridge(
    (entries) => clients.computer?.fireEntries(entries) === true,
    () => grid.recalculate(),
    options.functionTimeoutMs ?? FUNCTION_TIMEOUT_MS,
  );
  const book = new Book(
    grid,
    events,
    {
      functionWaits: () => functions.functionWaits(),
      onCreateWorkbook: (base64) => options.onCreateWorkbook?.(base64),
      onSave: () => options.onSave?.(),
      isShared: () => clients.all.length > 1,
    },
    contentLanguage,
    objectMakers,
    chosen,
  );
  for (const [name, value] of Object.entries(options.settings ?? {})) book.settings.set(name, value);
  if (options.snapshot) restore(book, options.snapshot);
  const shell: Shell = {
    startupState: options.startupState ?? "Inactive",
    onPaneVisibility: (visibility) => {
      options.onPaneVisibility?.(visibility);
      setPaneVisibility(visibility);
    },
    onRibbonUpdate: (ribbon) => options.onRibbonUpdate?.(ribbon),
  };
  const interpreter = new Interpreter(
    book,
    services(functions, shell, () => clients.startComputing()),
    (type, name) => meter.action(type, name),
  );
  const stopGridEvents = gridEvents(book, (name, data) => clients.acting?.fire(name, data));
  // Requests run one after the other, as in Excel: a long one holds up the next.
  let turn: Promise<unknown> = Promise.resolve();

  async function answer(message: AddinMessage, from: Connection): Promise<unknown> {
    meter.message();
    if (message._actionType !== ACTION_TYPE.invoke) return { Error: 0 };
    if (message._actionName === "ContextActivationManager_getAppContextAsync")
      return appContext({
        matrix: requirementMatrix(options.excelApi ?? chosen.excelApi, options.requirements),
        displayLanguage: language,
        contentLanguage,
        documentUrl: options.documentUrl ?? "https://localhost/Classeur1.xlsx",
        settings: book.settings,
        initialDisplayMode: "Visible",
      });
    if (message._actionName !== "executeMethod") return undefined;
    const run = turn.then(() => {
      clients.act(from);
      return executeMethod({ book, interpreter, meter, faults, cellEdit, from }, message._data);
    });
    turn = run.catch(() => undefined);
    return run;
  }

  function connect(port: AddinPort): Connection {
    const connection = new Connection(port, answer, (closed) => {
      clients.remove(closed);
      events.forget(closed);
      functions.runtimeGone(clients.computer !== undefined);
    });
    clients.add(connection);
    return connection;
  }

  function setPaneVisibility(visibility: PaneVisibility): void {
    broadcast("richApiMessage", {
      ArrayData: [[65536, 65539, "", JSON.stringify({ visibility }), "", false]],
    });
  }

  return {
    grid,
    /** The workbook beside its cells: sheets' visibility, tables, names, charts, settings. For reading. */
    book,
    connect,
    faults,
    /** What happens next happens in this Excel: its person types, its add-in asks. */
    act: (client: Connection) => clients.act(client),
    /** A person types in a cell, until she leaves it. */
    cellEdit,
    /** A person brings another workbook to the front, or this one back: `workbook.onActivated` hears it. */
    bringToFront(which: Behaviours["workbookInFront"]): void {
      const comesBack = which === "this" && !book.front.isThis;
      book.front.bring(which);
      if (comesBack) events.fire(EVENT.WorkbookActivated, "", {});
    },
    counters: () => meter.read(),
    /** The last 200 requests: bytes, time, actions, error. */
    log: () => meter.log(),
    resetCounters: () => meter.reset(),
    onCounters: (listener: Parameters<Meter["onChange"]>[0]) => meter.onChange(listener),
    /** Tells the grid an add-in's functions (`KPI.CA`) and answers their calls over the wire. */
    registerFunctions(metadata: FunctionsMetadata, namespace: string): readonly string[] {
      const names = functions.learn(metadata, namespace);
      grid.registerCustomFunctions(names, functions.run);
      grid.describeFunctions?.(functions.descriptions());
      return names;
    },
    /** Calls that wait for the add-in. */
    pendingFunctions: () => functions.waiting,
    /** A person opens or closes the pane: `Office.addin.onVisibilityModeChanged` hears it. */
    setPaneVisibility,
    startupState: () => shell.startupState,
    /** A click on a ribbon button of type ExecuteFunction; false while the add-in does not listen. */
    executeRibbonFunction: (functionName: string, controlId = functionName) =>
      broadcast("appCommandInvoked", {
        0: controlId,
        1: functionName,
        2: JSON.stringify({ source: { id: controlId } }),
      }),
    /** A click on a button of a shared runtime's action. */
    executeAction: (actionId: string, args: unknown = {}) =>
      broadcast("richApiMessage", {
        ArrayData: [[2, 1000, "", JSON.stringify([actionId, JSON.stringify(args)]), "", false]],
      }),
    save: (): Snapshot => snapshot(book),
    dispose(): void {
      for (const connection of clients.all) connection.close();
      functions.dispose();
      stopGridEvents();
    },
  };
}
