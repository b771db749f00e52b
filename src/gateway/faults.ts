import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { type Failure, FailureError, failure } from "../sales/failure";

/**
 * The failure to answer for what was thrown. A fault of ours is logged with an id that the person is shown, its class and
 * its place in our code: never its message, which may quote what somebody typed.
 */
export function failureFor(thrown: unknown, logger: Logger, during: string): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  const id = randomBytes(4).toString("hex");
  logger.error({ id, fault: faultName(thrown), at: placeOf(thrown) }, `${during} failed`);
  return failure("internal", { id });
}

const faultName = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

const FRAME = /^ +at .*?([\w.-]+\/[\w.-]+:\d+:\d+)\)?$/;

/** File, line and column of the innermost calls. */
function placeOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error) || !thrown.stack) return [];
  // The message stands before the frames and may hold lines that look like some.
  const frames = thrown.stack.slice(thrown.stack.indexOf(thrown.message) + thrown.message.length).split("\n");
  return frames.flatMap((line) => FRAME.exec(line)?.[1] ?? []).slice(0, 5);
}
