import type { Book } from "./book";
import type { CellEdit } from "./cellEdit";
import type { Connection } from "./channel";
import type { Meter } from "./counters";
import type { Fault, Faults } from "./faults";
import type { Interpreter } from "./interpreter";
import { ACTION, CHANNEL_ERRORS, type ChannelError, PAYLOAD_LIMIT_BYTES, type WireRequest } from "./protocol";

export interface DispatchContext {
  readonly book: Book;
  readonly interpreter: Interpreter;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly cellEdit: CellEdit;
  readonly from: Connection;
}

interface MethodData {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
}

const BODY = 4;
const FLAGS = 6;
/** The request waits while a person types in a cell. */
const DELAY_FOR_CELL_EDIT = 64;

const refused = (code: ChannelError) => ({ Version: 1, Error: CHANNEL_ERRORS[code] });

/** Length in UTF-8; jsdom has no TextEncoder. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // A surrogate pair counts two units and takes four bytes; other letters beyond Latin-1 three.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

type Handler = (context: DispatchContext, data: MethodData) => unknown;

/** The handler of each DispatchId. */
const HANDLERS: Readonly<Record<number, Handler>> = {
  // The Excel API.
  93: (context, { ArrayData }) =>
    richApi(context, String(ArrayData?.[BODY] ?? ""), Number(ArrayData?.[FLAGS] ?? 0)),
  // document.settings: saveAsync and refreshAsync.
  76: (context, { DdaSettingsMethod }) => saveSettings(context, DdaSettingsMethod?.Properties ?? []),
  75: ({ book }) => {
    const Settings = [...book.settings].map(([Name, value]) => ({ Name, Value: JSON.stringify(value) }));
    return { Version: 1, Error: 0, Properties: { Settings } };
  },
  // A ribbon command says it is done.
  94: () => ({ Version: 1, Error: 0 }),
};

/** Answers `executeMethod`; undefined when a fault withholds the answer. */
export async function executeMethod(context: DispatchContext, data: unknown): Promise<unknown> {
  const method = (data ?? {}) as MethodData;
  const handle = HANDLERS[method.DdaMethod?.DispatchId ?? -1];
  return handle ? handle(context, method) : refused("GeneralException");
}

const OF_ITSELF =
  /^(_Remove(All)?References?|NotifyActionHandlerReady|SetInvocation(Array)?Results|_SetOsfControl.*|_GetEnabledFeatures)$/;

/** Requests the library sends of itself: results of custom functions, and the release of tracked ranges. */
function isHousekeeping(request: WireRequest): boolean {
  return request.Actions.every(
    ({ ActionType, Name }) => ActionType === ACTION.instantiate || OF_ITSELF.test(Name),
  );
}

async function richApi(context: DispatchContext, body: string, flags: number): Promise<unknown> {
  const { interpreter, meter } = context;
  const request = JSON.parse(body) as WireRequest;
  const counted = !isHousekeeping(request);
  const mayWait = (flags & DELAY_FOR_CELL_EDIT) !== 0;
  const bytesUp = bytesOf(body);
  const work = async () => {
    if (bytesUp > PAYLOAD_LIMIT_BYTES)
      return {
        ...refused("RequestPayloadSizeLimitExceeded"),
        bytes: 0,
        failed: "RequestPayloadSizeLimitExceeded",
      };
    const response = await interpreter.run(request);
    const answer = JSON.stringify(response);
    const bytes = bytesOf(answer);
    if (bytes > PAYLOAD_LIMIT_BYTES)
      return {
        ...refused("ResponsePayloadSizeLimitExceeded"),
        bytes: 0,
        failed: "ResponsePayloadSizeLimitExceeded",
      };
    return { Version: 1, Error: 0, Data: [200, [], answer], bytes, failed: response.Error?.Code };
  };
  const began = performance.now();
  const sync = counted ? meter.begin(bytesUp) : 0;
  const outcome =
    counted && !(await context.cellEdit.allows(mayWait))
      ? { ...refused("InvalidOperationInCellEditMode"), failed: "InvalidOperationInCellEditMode" }
      : await underFaults(context.faults.next(counted), work);
  if (counted) {
    const { bytes = 0, failed } = outcome ?? { failed: "no reply" };
    meter.end({
      sync,
      bytesUp,
      bytesDown: bytes,
      milliseconds: performance.now() - began,
      ...(failed ? { error: failed } : {}),
    });
  }
  if (!outcome) return undefined;
  const { bytes: _bytes, failed: _failed, ...reply } = outcome;
  return reply;
}

interface Outcome {
  readonly Version: number;
  readonly Error: number;
  readonly Data?: readonly unknown[];
  readonly Properties?: unknown;
  readonly bytes?: number;
  readonly failed?: string | undefined;
}

/** Does the work as the faults let it; undefined when the answer is withheld. */
async function underFaults(
  faults: readonly Fault[],
  work: () => Promise<Outcome>,
): Promise<Outcome | undefined> {
  for (const fault of faults) {
    if (fault.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault.kind === "error") return { ...refused(fault.code), failed: fault.code };
  }
  const outcome = await work();
  const after = faults.find((fault) => fault.kind === "error-after");
  if (after?.kind === "error-after") return { ...refused(after.code), failed: after.code };
  return faults.some((fault) => fault.kind === "no-reply") ? undefined : outcome;
}

/** `document.settings.saveAsync` writes them all. It is a round trip that can fail: it counts as a sync. */
async function saveSettings(
  { book, faults, meter }: DispatchContext,
  properties: readonly (readonly [string, string])[],
): Promise<unknown> {
  const bytesUp = bytesOf(JSON.stringify(properties));
  const sync = meter.begin(bytesUp);
  const outcome = await underFaults(faults.next(true), async () => {
    book.settings.clear();
    for (const [name, json] of properties) book.settings.set(name, JSON.parse(json));
    return { Version: 1, Error: 0 };
  });
  meter.end({
    sync,
    bytesUp,
    bytesDown: 0,
    milliseconds: 0,
    ...(outcome?.failed ? { error: outcome.failed } : {}),
  });
  return outcome && { Version: outcome.Version, Error: outcome.Error };
}
