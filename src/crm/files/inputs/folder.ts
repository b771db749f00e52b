import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FailureError, failure } from "../../sales/failure";
import type { CsvFile } from "./file";
import { MAPPING_FILE } from "./mappingFile";

const IS_OURS = /\.(csv|tsv)$/i;

/**
 * The CSV files and the mapping file of a folder. Throws FailureError `folder-missing`, or `file-unreadable` for a
 * file that cannot be opened.
 */
export async function readFolder(folder: string, signal: AbortSignal): Promise<CsvFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new FailureError(failure("folder-missing", { folder }));
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && (IS_OURS.test(entry.name) || entry.name === MAPPING_FILE))
    .map(({ name }) => name)
    .sort();
  const files: CsvFile[] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name), { signal }).catch(() => {
      throw new FailureError(
        signal.aborted ? failure("stopped") : failure("file-unreadable", { file: name }),
      );
    });
    files.push({ name, bytes });
  }
  return files;
}
