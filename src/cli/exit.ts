/** Exit codes of the process; the help and docs/cli.md list them. */
export const EXIT = {
  ok: 0,
  /** `check` found rows that were set aside, or notes that deserve a look. */
  toCheck: 1,
  usage: 2,
  /** The source is missing, refuses, or gives nothing that can be read. */
  source: 3,
  /** The file to write cannot be written. */
  output: 4,
  internal: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
