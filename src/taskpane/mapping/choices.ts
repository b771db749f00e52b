import { TABLES, type TableName } from "../../sales/schema";
import type { ColumnMapping, FileToMap, MappedTable, MappingEntry } from "../gatewayClient";

/** The choice, for a file that nobody can place, to leave it out. */
export const LEFT_OUT = "ignored";

/** A person's answers about one file. */
export interface FileChoices {
  /** For a file that nobody can place: its table, LEFT_OUT, or "" while nothing is chosen. */
  readonly table?: string;
  /** Per field, the heading that fills it; "" for none. */
  readonly columns: Readonly<Record<string, string>>;
  readonly dates?: MappingEntry["dates"];
  readonly decimals?: MappingEntry["decimals"];
}

/** The answers by file. */
export type ColumnChoices = Readonly<Record<string, FileChoices>>;

/** Why a choice cannot be sent: a key of the texts `mapping.*`. */
export type ChoiceFault = "missing" | "twice" | "missingTable" | "missingAnswer";

/** The gateway's proposals. */
export const proposedChoices = (files: readonly FileToMap[]): ColumnChoices =>
  Object.fromEntries(
    files.map(({ file, columns }) => [
      file,
      { columns: Object.fromEntries(columns.map(({ name, heading }) => [name, heading ?? ""])) },
    ]),
  );

/** The fault of one column's choice, if any: required and empty, or a heading that an earlier column took. */
export function choiceFault(
  file: FileToMap,
  choices: ColumnChoices,
  column: string,
): ChoiceFault | undefined {
  const chosen = choices[file.file]?.columns ?? {};
  const heading = chosen[column] ?? "";
  if (heading === "")
    return file.columns.some(({ name, required }) => name === column && required) ? "missing" : undefined;
  const first = file.columns.find(({ name }) => chosen[name] === heading);
  return first?.name === column ? undefined : "twice";
}

/** The fault of an answer about a whole file. */
export function answerFault(
  file: FileToMap,
  choices: ColumnChoices,
  answer: "table" | "dates" | "decimals",
): ChoiceFault | undefined {
  const isAsked = { table: !file.table, dates: file.asksDates, decimals: file.asksDecimals }[answer];
  if (!isAsked || choices[file.file]?.[answer]) return undefined;
  return answer === "table" ? "missingTable" : "missingAnswer";
}

export const canSend = (files: readonly FileToMap[], choices: ColumnChoices): boolean =>
  files.every(
    (file) =>
      (["table", "dates", "decimals"] as const).every((answer) => !answerFault(file, choices, answer)) &&
      file.columns.every(({ name }) => !choiceFault(file, choices, name)),
  );

/** The answers beside those of earlier questions, as the gateway and the command line take them. */
export function mappingOf(
  files: readonly FileToMap[],
  choices: ColumnChoices,
  earlier: ColumnMapping = {},
): ColumnMapping {
  const { ignored = [], ...tables } = earlier;
  const entries: { [table in MappedTable]?: MappingEntry } = { ...tables };
  const leftOut = new Set(ignored);
  for (const { file, table: known } of files) {
    const { table: chosen, columns = {}, ...answers } = choices[file] ?? { columns: {} };
    const table = (known ?? chosen) as MappedTable | undefined;
    if (chosen === LEFT_OUT) leftOut.add(file);
    else if (table) {
      const before = entries[table];
      entries[table] = {
        ...before,
        ...answers,
        files: [...new Set([...(before?.files ?? []), file])],
        columns: { ...before?.columns, ...columns },
      };
    }
  }
  return { ...entries, ...(leftOut.size > 0 && { ignored: [...leftOut] }) };
}

/** First values of the chosen columns of a kind, which its question is about. */
export function samplesOfKind(
  { file, table, samples = {} }: FileToMap,
  choices: ColumnChoices,
  isKind: (kind: string) => boolean,
): readonly string[] {
  const columns = TABLES[table as TableName]?.columns.filter(({ kind }) => isKind(kind)) ?? [];
  const headings = columns.map(({ name }) => choices[file]?.columns[name] ?? "");
  return [...new Set(headings.flatMap((heading) => samples[heading] ?? []))].slice(0, 3);
}
