import type { EventEntry } from "./events";

/** One way to the add-in: a frame's `postMessage`, or a function under jsdom. */
export interface AddinPort {
  readonly post: (json: string) => void;
}

/** A message from the add-in, as far as the host reads it. */
export interface AddinMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin?: string;
  readonly _data?: unknown;
  readonly _actionType: number;
}

export const ACTION_TYPE = { invoke: 0, register: 1, unregister: 2 } as const;

/** Answers one message; undefined means that no answer is expected, or that it is withheld. */
export type Answerer = (message: AddinMessage, from: Connection) => Promise<unknown>;

/** One add-in page's conversation with the host: messages in, answers and events out, as strings of JSON. */
export class Connection {
  private readonly registered = new Map<string, AddinMessage>();
  private open = true;

  constructor(
    private readonly port: AddinPort,
    private readonly answer: Answerer,
    private readonly onClose: (connection: Connection) => void,
  ) {}

  /** Takes the add-in's messages; lets others pass. */
  async receive(json: unknown): Promise<void> {
    const message = parse(json);
    if (!message || !this.open) return;
    if (message._actionType === ACTION_TYPE.register) this.registered.set(message._actionName, message);
    if (message._actionType === ACTION_TYPE.unregister) this.registered.delete(message._actionName);
    const data = await this.answer(message, this);
    if (data !== undefined) this.send(message, 0, data);
  }

  /** Fires an event of the conversation, if the add-in asked for it. */
  fire(name: string, data: unknown): boolean {
    const registration = this.registered.get(name);
    if (!registration || !this.open) return false;
    this.send(registration, 1, data);
    return true;
  }

  fireEntries(entries: readonly EventEntry[]): boolean {
    return this.fire("richApiMessage", { ArrayData: entries });
  }

  close(): void {
    this.open = false;
    this.onClose(this);
  }

  private send(to: AddinMessage, responseType: 0 | 1, data: unknown): void {
    if (!this.open) return;
    this.port.post(
      JSON.stringify({
        _messageType: 1,
        _actionName: to._actionName,
        _conversationId: to._conversationId,
        _correlationId: to._correlationId,
        _origin: to._origin,
        _errorCode: 0,
        _responseType: responseType,
        _serializerVersion: 1,
        _data: data,
      }),
    );
  }
}

function parse(json: unknown): AddinMessage | undefined {
  if (typeof json !== "string" || !json.startsWith("{")) return undefined;
  try {
    const message: unknown = JSON.parse(json);
    const known =
      typeof message === "object" &&
      message !== null &&
      "_actionName" in message &&
      "_conversationId" in message;
    return known ? (message as AddinMessage) : undefined;
  } catch {
    // Pages post other texts to their windows; they are not for the host.
    return undefined;
  }
}
