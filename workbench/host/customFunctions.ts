import type {
  CellScalar,
  CustomFunctionAnswer,
  CustomFunctionRunner,
  FunctionDescription,
} from "../grid/contract";
import { CATEGORY, EVENT, type EventEntry } from "./events";

/** The part of an add-in's `functions.json` that the host reads. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description?: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
      readonly repeating?: boolean;
    }[];
    readonly options?: { readonly stream?: boolean; readonly cancelable?: boolean };
  }[];
}

type FunctionMetadata = FunctionsMetadata["functions"][number];
type Argument = Parameters<CustomFunctionRunner>[1][number];
type Matrix = readonly (readonly CellScalar[])[];

interface Call {
  readonly entry: EventEntry;
  readonly settle: (answer: CustomFunctionAnswer) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

interface Stream {
  readonly key: string;
  latest?: CustomFunctionAnswer;
}

const FLAG = { cancelable: 1, streaming: 2 };
/** Codes of a failed result → the error a cell shows. */
const FAILURES = [
  "#NUM!",
  "#N/A",
  "#VALUE!",
  "#VALUE!",
  "#VALUE!",
  "#DIV/0!",
  "#NUM!",
  "#VALUE!",
  "#NULL!",
  "#NAME?",
  "#NAME?",
];

/**
 * Runs an add-in's custom functions over the wire: calls of one moment travel together, every call ends, by its
 * answer or by the time limit.
 */
export class CustomFunctionsBridge {
  private readonly functions = new Map<string, FunctionMetadata>();
  private readonly calls = new Map<number, Call>();
  private readonly streams = new Map<number, Stream>();
  private readonly streamByKey = new Map<string, Stream>();
  private queue: EventEntry[] = [];
  private waiters: (() => void)[] = [];
  private sequence = 0;
  private ready = false;
  private flushing = false;

  constructor(
    private readonly send: (entries: readonly EventEntry[]) => boolean,
    private readonly recalculate: () => void,
    private readonly timeoutMs: number,
  ) {}

  /** Learns the functions of an add-in; answers the names a cell calls them by, `KPI.CA`. */
  learn(metadata: FunctionsMetadata, namespace: string): readonly string[] {
    return metadata.functions.map((declared) => {
      const name = `${namespace}.${declared.name}`.toUpperCase();
      this.functions.set(name, declared);
      return name;
    });
  }

  /** The help that the grid may show while a person types a function's name. */
  descriptions(): readonly FunctionDescription[] {
    return [...this.functions].map(([name, { description = "", parameters }]) => ({
      name,
      description,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description ?? "",
        optional: parameter.optional === true,
        repeating: parameter.repeating === true,
      })),
    }));
  }

  /** The add-in's runtime stands: what waited for it goes out. */
  runtimeReady(): void {
    this.ready = true;
    this.flush();
  }

  /** An add-in's runtime is gone: open calls are repeated to another's, or to the next that says it is ready. */
  runtimeGone(isOtherReady: boolean): void {
    this.ready = isOtherReady;
    this.queue = [...this.calls.values()].map((call) => call.entry);
    this.flush();
  }

  get waiting(): number {
    return this.calls.size;
  }

  /** Resolves as soon as a call waits for the add-in. */
  functionWaits(): Promise<void> {
    if (this.calls.size > 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiters.push(resolve);
    });
  }

  readonly run: CustomFunctionRunner = (name, args, address) => {
    const declared = this.functions.get(name.toUpperCase());
    if (!declared) return Promise.resolve({ error: "#NAME?" });
    const shaped = shape(declared, args);
    if (!shaped) return Promise.resolve({ error: "#VALUE!", message: "Too many arguments." });
    const streaming = declared.options?.stream === true;
    const key = `${name}${JSON.stringify(shaped)}`;
    const latest = streaming ? this.streamByKey.get(key)?.latest : undefined;
    if (latest) return Promise.resolve(latest);
    return new Promise((resolve) => {
      const id = ++this.sequence;
      if (streaming) this.stream(id, key);
      const flags = (declared.options?.cancelable ? FLAG.cancelable : 0) + (streaming ? FLAG.streaming : 0);
      const body = JSON.stringify([id, declared.id, shaped, address, flags, null]);
      const entry: EventEntry = [
        CATEGORY.customFunction,
        EVENT.customFunctionInvocation,
        "",
        body,
        "",
        false,
      ];
      const timer = setTimeout(() => this.giveUp(id), this.timeoutMs);
      this.calls.set(id, { entry, settle: resolve, timer });
      this.queue.push(entry);
      for (const waiter of this.waiters.splice(0)) waiter();
      this.flush();
    });
  };

  /** `SetInvocationArrayResults`: `[[id, true, value, …], [id, false, message, code, …]]`. */
  arrayResults(results: readonly (readonly unknown[])[]): void {
    for (const [id, ok, value, code] of results)
      this.settle(Number(id), ok ? success(value) : failure(Number(code), value));
  }

  /** `SetInvocationResults`, the older form. */
  results(results: readonly { id: number; value: unknown; failed: boolean; errorCode?: number }[]): void {
    for (const { id, value, failed, errorCode } of results)
      this.settle(id, failed ? failure(errorCode ?? 1, value) : success(value));
  }

  dispose(): void {
    for (const { timer, settle } of this.calls.values()) {
      clearTimeout(timer);
      settle({ error: "#N/A", message: "The workbook was closed." });
    }
    this.calls.clear();
  }

  private stream(id: number, key: string): void {
    const stream: Stream = { key };
    this.streams.set(id, stream);
    this.streamByKey.set(key, stream);
  }

  private settle(id: number, answer: CustomFunctionAnswer): void {
    const stream = this.streams.get(id);
    const call = this.calls.get(id);
    if (stream) {
      const first = stream.latest === undefined;
      stream.latest = answer;
      // A streamed value after the first: the cells that show it ask again, and are given it at once.
      if (!first) this.recalculate();
    }
    if (!call) return;
    clearTimeout(call.timer);
    this.calls.delete(id);
    call.settle(answer);
  }

  private giveUp(id: number): void {
    const body = JSON.stringify({ invocationId: id });
    this.send([[CATEGORY.customFunction, EVENT.customFunctionCancellation, "", body, "", false]]);
    this.settle(id, { error: "#N/A", message: `No answer from the add-in after ${this.timeoutMs} ms.` });
  }

  private flush(): void {
    if (this.flushing) return;
    this.flushing = true;
    setTimeout(() => {
      this.flushing = false;
      if (!this.ready || this.queue.length === 0) return;
      const entries = this.queue;
      this.queue = [];
      if (!this.send(entries)) this.queue = [...entries, ...this.queue];
    }, 0);
  }
}

const asMatrix = (value: Argument): Matrix =>
  Array.isArray(value) ? (value as Matrix) : [[value as CellScalar]];
const asScalar = (value: Argument): CellScalar =>
  Array.isArray(value) ? ((value as Matrix)[0]?.[0] ?? null) : (value as CellScalar);

/** Arguments as declared: all of them, null for the omitted, matrices where matrices are wanted. */
function shape(declared: FunctionMetadata, args: readonly Argument[]): unknown[] | undefined {
  const { parameters } = declared;
  const shaped = parameters.map((parameter, index) => {
    const put = (value: Argument) =>
      parameter.dimensionality === "matrix" ? asMatrix(value) : asScalar(value);
    if (parameter.repeating) return args.slice(index).map(put);
    const given = args[index];
    return given === undefined || given === null ? null : put(given);
  });
  return args.length > parameters.length && !parameters.at(-1)?.repeating ? undefined : shaped;
}

function cellValue(value: unknown): CellScalar {
  if (typeof value === "object" && value !== null) return errorText(value as ErrorValue) ?? null;
  return value === undefined ? null : (value as CellScalar);
}

interface ErrorValue {
  readonly valueType?: string;
  readonly code?: string | number;
  readonly message?: string;
}

function errorText(value: ErrorValue): string | undefined {
  if (value.valueType !== "CustomFunctionError" && value.code === undefined) return undefined;
  return typeof value.code === "number" ? (FAILURES[value.code] ?? "#VALUE!") : String(value.code);
}

function success(value: unknown): CustomFunctionAnswer {
  if (Array.isArray(value))
    return { value: (value as unknown[][]).map((row) => (Array.isArray(row) ? row : [row]).map(cellValue)) };
  const error = typeof value === "object" && value !== null ? errorText(value as ErrorValue) : undefined;
  if (error === undefined) return { value: cellValue(value) };
  const { message } = value as ErrorValue;
  return { error, ...(message === undefined ? {} : { message }) };
}

function failure(code: number, message: unknown): CustomFunctionAnswer {
  const error = FAILURES[code] ?? "#VALUE!";
  return typeof message === "string" && message !== "" ? { error, message } : { error };
}
