import type { WorkbookContents } from "../../../live";
import type { Result } from "../../../sales/failure";
import type { CopyFile, CopyOptions, PlannedCopy } from "../../../sharing";
import { makeCopy } from "./makeCopy";

/** The options that can travel to a worker. */
type WorkerOptions = Omit<CopyOptions, "breathe">;

export type WorkerRequest =
  | { readonly kind: "original"; readonly original: WorkbookContents }
  | { readonly kind: "copy"; readonly planned: PlannedCopy; readonly options: WorkerOptions };
export type WorkerAnswer = { readonly made: Result<CopyFile> } | { readonly fault: string };

/** Makes copies of one original. */
export interface Maker {
  /** Rejects with unforeseen errors only. */
  make(planned: PlannedCopy, options: WorkerOptions): Promise<Result<CopyFile>>;
  close(): void;
}

/**
 * Starts a maker in a worker: on the page, a hundred thousand rows would block it for seconds. Works on the page, with
 * pauses, where no worker can be had.
 */
export function startMaker(original: WorkbookContents): Maker {
  let worker = newWorker();
  worker?.postMessage({ kind: "original", original } satisfies WorkerRequest);
  const here = (planned: PlannedCopy, options: WorkerOptions) =>
    makeCopy(original, planned, { ...options, breathe });
  return {
    make: async (planned, options) => {
      if (!worker) return here(planned, options);
      const answer = await answerOf(worker, { kind: "copy", planned, options });
      if (answer === undefined) {
        worker.terminate();
        worker = undefined;
        return here(planned, options);
      }
      if ("fault" in answer) throw new Error(answer.fault);
      return answer.made;
    },
    close: () => worker?.terminate(),
  };
}

function newWorker(): Worker | undefined {
  if (typeof Worker === "undefined") return undefined;
  try {
    return new Worker(new URL("./worker.ts", import.meta.url), { name: "page-share-worker" });
  } catch {
    return undefined;
  }
}

/** Undefined when the worker cannot even be loaded, as a policy may have it. */
const answerOf = (worker: Worker, request: WorkerRequest): Promise<WorkerAnswer | undefined> =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data);
    worker.onerror = () => resolve(undefined);
    worker.onmessageerror = () => resolve(undefined);
    worker.postMessage(request);
  });

/** Lets the page draw and Excel's cells be answered before the next piece of work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
