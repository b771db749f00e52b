import { parseArgs } from "node:util";
import { sentence, textsOf } from "../i18n";
import { COMPANY_SETTINGS, type CompanySettings, readSetting, SETTING_IDS } from "../kpi";
import { parseIsoDay } from "../sales/calendar";
import type { Language } from "../sales/text";
import { UsageError } from "./errors";

export interface Options {
  readonly language: Language;
  readonly help: boolean;
  readonly command?: string;
  readonly source?: string;
  /** `2026-11-23`, an existing day. */
  readonly dataDate?: string;
  readonly out?: string;
  /** How files are to be understood: a file like `vigie-mapping.json`. */
  readonly mapping?: string;
  /** The company's own indicators and rules: a file with the columns of the sheet "Référentiel". */
  readonly register?: string;
  /** `check`: the file for all rows that were set aside. */
  readonly rejected?: string;
  /** `build`, `share`: answers instead of formulas. */
  readonly frozen: boolean;
  /** `build`: requests of Google's Sheets API instead of an Excel file. */
  readonly sheets?: boolean;
  /** `share`: formulas, and the scope's rows behind them. */
  readonly live: boolean;
  /** `share`: one copy each, as typed: `region=Nord;commercial=Martin`. */
  readonly scopes: readonly string[];
  /** The company's settings that are not the usual ones. */
  readonly company?: Partial<CompanySettings>;
}

const FLAGS = ["help", "frozen", "live", "sheets"] as const;
const SETTING_OPTIONS = SETTING_IDS.map((id) => COMPANY_SETTINGS[id].option);
const VALUED: readonly string[] = [
  "source",
  "data-date",
  "out",
  "lang",
  "mapping",
  "register",
  "rejected",
  ...SETTING_OPTIONS,
];
/** May be given several times. */
const REPEATED = "scope";

const LANGUAGES: Readonly<Record<string, Language>> = { fr: "fr", en: "en" };

/** French, unless the machine speaks English (LC_ALL, LC_MESSAGES, LANG in this order). */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.toLowerCase().startsWith("en") ? "en" : "fr";
}

/** The command line as data. Throws UsageError, worded in the language asked for as far as it could be read. */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const read = readTokens(args);
  const language = readLanguage(read.values.lang, languageOf(environment));
  const t = textsOf("cli", language);
  if (read.unknown !== undefined) throw new UsageError(t("optionUnknown", { option: read.unknown }));
  const [command, extra] = read.positionals;
  if (extra !== undefined) throw new UsageError(t("argumentExtra", { argument: extra }));
  const dataDate = readDate(read.values["data-date"], language);
  const { source, out, mapping, register, rejected } = read.values;
  return {
    language,
    help: read.flags.has("help"),
    frozen: read.flags.has("frozen"),
    sheets: read.flags.has("sheets"),
    live: read.flags.has("live"),
    scopes: read.scopes,
    company: readCompany(read.values, language),
    ...(command !== undefined && { command }),
    ...(source !== undefined && { source }),
    ...(out !== undefined && { out }),
    ...(mapping !== undefined && { mapping }),
    ...(register !== undefined && { register }),
    ...(rejected !== undefined && { rejected }),
    ...(dataDate !== undefined && { dataDate }),
  };
}

interface Tokens {
  readonly flags: Set<string>;
  readonly values: Partial<Record<string, string>>;
  readonly scopes: string[];
  readonly positionals: string[];
  /** The first option that does not exist, or lacks its value. */
  unknown?: string;
}

function readTokens(args: readonly string[]): Tokens {
  const read: Tokens = { flags: new Set(), values: {}, scopes: [], positionals: [] };
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries([...VALUED, REPEATED].map((name) => [name, { type: "string" as const }])),
      ...Object.fromEntries(FLAGS.map((name) => [name, { type: "boolean" as const }])),
      help: { type: "boolean", short: "h" },
    },
  });
  for (const token of tokens) {
    if (token.kind === "positional") read.positionals.push(token.value);
    if (token.kind !== "option") continue;
    if (isFlag(token.name) && token.value === undefined) read.flags.add(token.name);
    else if (token.name === REPEATED && token.value) read.scopes.push(token.value);
    else if (isValued(token.name) && token.value) read.values[token.name] = token.value;
    else read.unknown ??= token.rawName;
  }
  return read;
}

const isFlag = (name: string): boolean => (FLAGS as readonly string[]).includes(name);

const isValued = (name: string): boolean => VALUED.includes(name);

function readLanguage(asked: string | undefined, otherwise: Language): Language {
  const language = asked === undefined ? otherwise : LANGUAGES[asked.toLowerCase()];
  if (!language) throw new UsageError(textsOf("cli", otherwise)("languageInvalid", { value: asked ?? "" }));
  return language;
}

function readCompany(values: Tokens["values"], language: Language): Partial<CompanySettings> {
  const given = SETTING_IDS.flatMap((id) => {
    const { option } = COMPANY_SETTINGS[id];
    const typed = values[option];
    if (typed === undefined) return [];
    const read = readSetting(id, typed);
    if (!read.ok) throw new UsageError(`--${option}${COLON[language]} ${sentence(read.failure, language)}`);
    return [[id, read.value] as const];
  });
  return Object.fromEntries(given);
}

/** French sets a space before a colon. */
const COLON: Readonly<Record<Language, string>> = { fr: " :", en: ":" };

function readDate(text: string | undefined, language: Language): string | undefined {
  if (text !== undefined && parseIsoDay(text) === undefined) {
    throw new UsageError(textsOf("cli", language)("dateInvalid", { value: text }));
  }
  return text;
}
