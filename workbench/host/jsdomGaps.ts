import { deserialize, serialize } from "node:v8";

interface Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(data: unknown): void;
  close(): void;
}

/**
 * Adds the parts that Univer's engine needs and jsdom lacks: MessageChannel, which it waits for between its steps, and
 * structuredClone. The channel lives on timers, so that nothing keeps a test's process alive.
 */
export function fillJsdomGaps(): void {
  provide("structuredClone", (value: unknown): unknown => deserialize(serialize(value)));
  const port = (other: () => Port): Port => ({
    onmessage: null,
    postMessage: (data) => void setTimeout(() => other().onmessage?.({ data }), 0),
    close: () => {},
  });
  class TimerChannel {
    readonly port1: Port = port(() => this.port2);
    readonly port2: Port = port(() => this.port1);
  }
  provide("MessageChannel", TimerChannel);
}

function provide(name: string, value: unknown): void {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
