import { sentence, textsOf } from "../i18n";
import { type FailureCode, FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import type { Command, Streams } from "./command";
import { OutputError, UsageError } from "./errors";
import { EXIT, type ExitCode } from "./exit";
import { HELP } from "./help";
import { languageOf, type Options, parseOptions } from "./options";

/** Loaded when asked for: answering a formula needs no file format. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  eval: async () => (await import("./eval")).evalCommand,
  check: async () => (await import("./check")).checkCommand,
  build: async () => (await import("./build")).buildCommand,
  share: async () => (await import("./share")).shareCommand,
};

/** Runs one command line. Every fault is a sentence on `errors` and an exit code; never throws. */
export async function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<ExitCode> {
  let language = languageOf(environment);
  try {
    const options = parseOptions(args, environment);
    language = options.language;
    if (options.help) {
      streams.output.write(HELP[language]);
      return EXIT.ok;
    }
    return await (await commandOf(options)).run(options, streams);
  } catch (error) {
    const { text, code } = told(error, language);
    streams.errors.write(`${text}\n`);
    return code;
  }
}

async function commandOf(options: Options): Promise<Command> {
  const { command: name, language } = options;
  const t = textsOf("cli", language);
  if (name === undefined) throw new UsageError(t("commandMissing"));
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(t("commandUnknown", { command: name }));
  const command = await load();
  for (const need of command.needs) {
    if (options[need] === undefined) throw new UsageError(t("optionMissing", { option: `--${need}` }));
  }
  return command;
}

function told(error: unknown, language: Language): { text: string; code: ExitCode } {
  if (error instanceof UsageError) return { text: error.message, code: EXIT.usage };
  if (error instanceof OutputError) return { text: error.message, code: EXIT.output };
  if (error instanceof FailureError) {
    return { text: sentence(error.failure, language), code: exitCodeOf(error.failure.code) };
  }
  return { text: sentence(failure("internal"), language), code: EXIT.internal };
}

/** Slips on the command line: a source or a scope's member that does not exist. Any other is the source's failure. */
const SLIPS: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "source-unknown",
  "configuration-invalid",
  "member-unknown",
]);

const exitCodeOf = (code: FailureCode): ExitCode => (SLIPS.has(code) ? EXIT.usage : EXIT.source);
