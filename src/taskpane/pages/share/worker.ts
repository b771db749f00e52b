import { makeCopy } from "./makeCopy";
import type { WorkerAnswer, WorkerRequest } from "./maker";

let original: Extract<WorkerRequest, { kind: "original" }>["original"] | undefined;

/** Answers the page's messages: first the original's contents, then copy after copy. */
async function answer(request: WorkerRequest): Promise<WorkerAnswer | undefined> {
  if (request.kind === "original") {
    original = request.original;
    return undefined;
  }
  if (!original) return { fault: "no original" };
  try {
    return { made: await makeCopy(original, request.planned, request.options) };
  } catch (thrown) {
    return { fault: String(thrown) };
  }
}

addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then((answered) => answered && postMessage(answered));
});
