import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { FailureError, failure } from "../../../sales/failure";
import { MAPPING_FILE } from "../mappingFile";
import type { InputFile } from "./file";

const IS_OURS = /\.(csv|tsv|txt|xlsx|xlsm|xls|ods)$/i;

/**
 * The files of data and the mapping file of a folder, or one file alone. Throws FailureError `folder-missing`, or `file-unreadable` for a
 * file that cannot be opened.
 */
export async function readFolder(folder: string, signal: AbortSignal): Promise<InputFile[]> {
  if ((await stat(folder).catch(() => undefined))?.isFile())
    return [await readOne(folder, basename(folder), signal)];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new FailureError(failure("folder-missing", { folder }));
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && (IS_OURS.test(entry.name) || entry.name === MAPPING_FILE))
    .map(({ name }) => name)
    .sort();
  const files: InputFile[] = [];
  for (const name of names) {
    files.push(await readOne(join(folder, name), name, signal));
  }
  return files;
}

async function readOne(path: string, name: string, signal: AbortSignal): Promise<InputFile> {
  const bytes = await readFile(path, { signal }).catch(() => {
    throw new FailureError(signal.aborted ? failure("stopped") : failure("file-unreadable", { file: name }));
  });
  return { name, bytes };
}
