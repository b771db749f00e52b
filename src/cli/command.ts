import type { ExitCode } from "./exit";
import type { Options } from "./options";

/** The streams a command reads and writes: the process's own, or a test's. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
}

export interface Command {
  /** The options that must be there. */
  readonly needs: readonly ("source" | "out")[];
  /** Throws FailureError when the source fails, UsageError when the options do not fit. */
  readonly run: (options: Options, streams: Streams) => Promise<ExitCode>;
}
