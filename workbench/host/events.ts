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

/** The add-in's event registrations, and the sending of events to it. */
export class EventHub {
  enabled = true;
  private readonly listening = new Map<string, number>();
  private sequence = 0;

  constructor(private readonly send: (entries: readonly EventEntry[]) => void) {}

  /** Handles `_RegisterDataChangedEvent` and its like, `_Unregister…` too; false for another name. */
  register(object: HostObject, method: string): boolean {
    const match = /^_(Register|Unregister)(?:Event)?(.+?)(?:Event)?$/.exec(method);
    if (!match?.[2]) return false;
    const table = object.type === "Table" || object.type === "TableCollection";
    const known: Readonly<Record<string, number>> =
      object.type === "Workbook" ? WORKBOOK_EVENTS : table ? TABLE_EVENTS : SHEET_EVENTS;
    const type = known[match[2]];
    const target = object.id?.Id ?? WHOLE_WORKBOOK;
    if (type === undefined) return true;
    const place = `${type}/${target}`;
    const count = (this.listening.get(place) ?? 0) + (match[1] === "Register" ? 1 : -1);
    if (count > 0) this.listening.set(place, count);
    else this.listening.delete(place);
    return true;
  }

  /** Fires for the listeners of the target and of the collection; nothing while events are off. */
  fire(type: number, target: string, payload: Readonly<Record<string, unknown>>): void {
    if (!this.enabled) return;
    const entries = [target, WHOLE_WORKBOOK]
      .filter((place) => this.listening.has(`${type}/${place}`))
      .map(
        (place): EventEntry => [
          CATEGORY.document,
          type,
          place,
          JSON.stringify(payload),
          String(++this.sequence),
          false,
        ],
      );
    if (entries.length > 0) this.send(entries);
  }

  clear(): void {
    this.listening.clear();
  }
}
