import type { ColumnMapping, FileToMap } from "../gatewayClient";

/** Per file, the heading chosen for each column; "" where none is. */
export type ColumnChoices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Why a choice cannot be sent: a key of the texts `mapping.*`. */
export type ChoiceFault = "missing" | "twice";

/** The gateway's proposals. */
export const proposedChoices = (files: readonly FileToMap[]): ColumnChoices =>
  Object.fromEntries(
    files.map(({ file, columns }) => [
      file,
      Object.fromEntries(columns.map(({ name, heading }) => [name, heading ?? ""])),
    ]),
  );

/** The fault of one column's choice, if any: required and empty, or a heading that an earlier column took. */
export function choiceFault(
  file: FileToMap,
  choices: ColumnChoices,
  column: string,
): ChoiceFault | undefined {
  const chosen = choices[file.file] ?? {};
  const heading = chosen[column] ?? "";
  if (heading === "")
    return file.columns.some(({ name, required }) => name === column && required) ? "missing" : undefined;
  const first = file.columns.find(({ name }) => chosen[name] === heading);
  return first?.name === column ? undefined : "twice";
}

export const canSend = (files: readonly FileToMap[], choices: ColumnChoices): boolean =>
  files.every((file) => file.columns.every(({ name }) => !choiceFault(file, choices, name)));

export const mappingOf = (files: readonly FileToMap[], choices: ColumnChoices): ColumnMapping =>
  Object.fromEntries(files.map(({ file, table }) => [table, { file, columns: choices[file] ?? {} }]));
