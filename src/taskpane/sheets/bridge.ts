import type { SheetsFile } from "../../gsheets";
import { FAILURE_CODES, type Failure, FailureError, failure } from "../../sales/failure";

/** Apps Script may take minutes over a call; beyond that nobody answers any more. */
const ANSWER_MILLISECONDS = 370_000;
/** The first word must come at once: without the sidebar around it this page is of no use. */
const FIRST_MILLISECONDS = 60_000;

/** Calls one of the bridge's functions (`src/addon/bridge.ts`). Rejects with FailureError only. */
export type SidebarCall = (call: string, ...args: readonly unknown[]) => Promise<unknown>;

interface Told {
  readonly vigieAnswer?: unknown;
  readonly json?: unknown;
}

/**
 * Speaks with the sidebar that frames this page, by messages: the gateway's policy says which sites may frame it, and
 * only the frame's own parent is listened to.
 */
export function sidebarCall(own: Window): SidebarCall {
  const waiting = new Map<number, (json: string) => void>();
  let last = 0;
  own.addEventListener("message", ({ source, data }: MessageEvent<Told>) => {
    if (source !== own.parent || typeof data?.vigieAnswer !== "number" || typeof data.json !== "string")
      return;
    waiting.get(data.vigieAnswer)?.(data.json);
    waiting.delete(data.vigieAnswer);
  });
  return (call, ...args) => {
    const id = ++last;
    const patience = id === 1 ? FIRST_MILLISECONDS : ANSWER_MILLISECONDS;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new FailureError(failure("sheets-unreachable")));
      }, patience);
      waiting.set(id, (json) => {
        clearTimeout(timer);
        const read = answerOf(json);
        if ("failure" in read) reject(new FailureError(read.failure));
        else resolve(read.value);
      });
      // The sidebar's origin is Google's and changes; it checks ours, and no secret is in a call.
      own.parent.postMessage({ vigieCall: id, call, json: JSON.stringify(args) }, "*");
    });
  };
}

function answerOf(json: string): { readonly value: unknown } | { readonly failure: Failure } {
  try {
    const told = JSON.parse(json) as { ok?: boolean; value?: unknown; failure?: Failure; error?: unknown };
    if (told.ok) return { value: told.value };
    if (told.failure && FAILURE_CODES.includes(told.failure.code)) return { failure: told.failure };
    return { failure: failure(/time/i.test(String(told.error)) ? "sheets-stopped" : "sheets-unreachable") };
  } catch {
    return { failure: failure("sheets-unreachable") };
  }
}

/** The spreadsheet behind the sidebar as `gsheets/` takes it. */
export const sidebarFile = (call: SidebarCall): SheetsFile => ({
  look: () => call("look") as ReturnType<SheetsFile["look"]>,
  values: async (titles) => {
    const values = (await call("values", titles)) as readonly (
      | readonly (readonly (string | number | boolean)[])[]
      | null
    )[];
    return values.map((one) => one ?? undefined);
  },
  write: async (requests) => void (await call("write", requests)),
  show: async (sheetId, row, column) => void (await call("show", sheetId, row, column)),
});
