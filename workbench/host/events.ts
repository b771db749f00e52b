import type { HostObject } from "./objectModel";

/** Event numbers of the wire, by the word in `_Register…Event`. */
const SHEET_EVENTS = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
} as const;
const TABLE_EVENTS = { SelectionChanged: 100, DataChanged: 101 } as const;
const WORKBOOK_EVENTS = { Activated: 2203 } as const;

export const EVENT = {
  ...SHEET_EVENTS,
  TableChanged: 101,
  WorkbookActivated: 2203,
  customFunctionInvocation: 1000,
  customFunctionCancellation: 1001,
} as const;

/** The category of an event entry: documents' events, custom functions' calls, shared-runtime actions. */
export const CATEGORY = { document: 65536, customFunction: 1, action: 2 } as const;

/** One entry of a `richApiMessage`: `[category, type, target, JSON, id, isRemote]`. */
export type EventEntry = readonly [number, number, string, string, string, boolean];

const WHOLE_WORKBOOK = "Workbook";

/** One Excel that has the workbook open. */
interface Hearer {
  fireEntries(entries: readonly EventEntry[]): boolean;
}

/** One Excel's registrations. */
interface Listening {
  isEnabled: boolean;
  readonly counts: Map<string, number>;
}

/** The way to the Excels that have the workbook open, and which of them made the present change. */
interface Hearers {
  readonly all: readonly Hearer[];
  readonly acting: Hearer | undefined;
}

type Payload = Readonly<Record<string, unknown>>;

/**
 * The registrations of each Excel's add-in, and the sending of events to them. A co-author's change comes later, as
 * `Remote`.
 */
export class EventHub {
  private readonly listeners = new Map<Hearer, Listening>();
  private sequence = 0;

  constructor(
    private readonly clients: Hearers,
    private readonly remoteDelayMs: number,
  ) {}

  /** `runtime.enableEvents` of the acting Excel. */
  get enabled(): boolean {
    const { acting } = this.clients;
    return !acting || this.of(acting).isEnabled;
  }

  set enabled(isEnabled: boolean) {
    const { acting } = this.clients;
    if (acting) this.of(acting).isEnabled = isEnabled;
  }

  /** Handles `_RegisterDataChangedEvent` and its like, `_Unregister…` too; false for another name. */
  register(object: HostObject, method: string): boolean {
    const match = /^_(Register|Unregister)(?:Event)?(.+?)(?:Event)?$/.exec(method);
    if (!match?.[2]) return false;
    const table = object.type === "Table" || object.type === "TableCollection";
    const known: Readonly<Record<string, number>> =
      object.type === "Workbook" ? WORKBOOK_EVENTS : table ? TABLE_EVENTS : SHEET_EVENTS;
    const type = known[match[2]];
    const target = object.id?.Id ?? WHOLE_WORKBOOK;
    const { acting } = this.clients;
    if (type === undefined || !acting) return true;
    const { counts } = this.of(acting);
    const place = `${type}/${target}`;
    const count = (counts.get(place) ?? 0) + (match[1] === "Register" ? 1 : -1);
    if (count > 0) counts.set(place, count);
    else counts.delete(place);
    return true;
  }

  /** Fires for the listeners of the target and of the collection; nothing while events are off. */
  fire(type: number, target: string, payload: Payload): void {
    const { all, acting } = this.clients;
    for (const client of all) {
      if (client === acting) this.send(client, type, target, payload, false);
      // What has no source (a selection, a view) happens in one Excel alone.
      else if (payload.source !== undefined) this.sendRemote(client, type, target, payload);
    }
  }

  forget(client: Hearer): void {
    this.listeners.delete(client);
  }

  private sendRemote(client: Hearer, type: number, target: string, payload: Payload): void {
    const { triggerSource: _own, ...rest } = payload;
    setTimeout(
      () => this.send(client, type, target, { ...rest, source: "Remote" }, true),
      this.remoteDelayMs,
    );
  }

  private send(client: Hearer, type: number, target: string, payload: Payload, isRemote: boolean): void {
    const { isEnabled, counts } = this.of(client);
    if (!isEnabled) return;
    const entries = [target, WHOLE_WORKBOOK]
      .filter((place) => counts.has(`${type}/${place}`))
      .map(
        (place): EventEntry => [
          CATEGORY.document,
          type,
          place,
          JSON.stringify(payload),
          String(++this.sequence),
          isRemote,
        ],
      );
    if (entries.length > 0) client.fireEntries(entries);
  }

  private of(client: Hearer): Listening {
    const known = this.listeners.get(client) ?? { isEnabled: true, counts: new Map<string, number>() };
    this.listeners.set(client, known);
    return known;
  }
}
