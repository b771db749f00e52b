import type { Configuration } from "webpack";

declare function configure(options: {
  /** File name → text of the files generated from the code. */
  readonly emitted: Readonly<Record<string, string>>;
  readonly outputPath?: string;
}): Configuration;

export = configure;
