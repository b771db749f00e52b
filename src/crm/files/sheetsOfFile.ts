import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { FailureError, failure } from "../../sales/failure";
import { openFiles } from "./inputs/openFile";
import { type Cell, isUnreadable } from "./inputs/sheet";
import { plainWord } from "./values/plainWord";

/** A sheet of a file as rows of cells, its headings first. */
interface FileSheet {
  readonly name: string;
  /** The line of the headings, from 1. */
  readonly headingsLine: number;
  readonly values: readonly (readonly Cell[])[];
}

/**
 * The sheets of a text file or a workbook; `headings` tell which of its first lines names the columns. Throws FailureError
 * where the file cannot be opened or read.
 */
export async function sheetsOfFile(path: string, headings: readonly string[]): Promise<readonly FileSheet[]> {
  const name = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new FailureError(failure("file-unreadable", { file: path }));
  });
  const opened = await openFiles([{ name, bytes }], new Set(headings.map(plainWord)));
  return opened.map((sheet) => {
    if (isUnreadable(sheet)) throw new FailureError(sheet.failure);
    const values: (readonly Cell[])[] = [sheet.headings];
    for (const { line, cells } of sheet.records()) values[line - sheet.headingsLine] = cells;
    return {
      name: sheet.name,
      headingsLine: sheet.headingsLine,
      values: Array.from(values, (cells) => cells ?? []),
    };
  });
}
