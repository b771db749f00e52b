import { constants } from "node:fs";
import { access, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { textsOf } from "../i18n";
import type { Language } from "../sales/text";
import { OutputError } from "./errors";

/** Does work that writes `path`; whatever goes wrong is an OutputError that names it. */
export async function writing(path: string, language: Language, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    throw new OutputError(textsOf("cli", language)("fileUnwritable", { file: path }));
  }
}

/** Throws unless the file can be written: its folder is there, and what bears its name is a file. */
export async function refuseUnwritable(file: string): Promise<void> {
  await access(dirname(file), constants.W_OK);
  const present = await stat(file).catch(() => undefined);
  if (present && !present.isFile()) throw new Error("not a file");
  if (present) await access(file, constants.W_OK);
}

/** Throws unless the folder is there and can be written into, or can be made. Makes nothing. */
export async function refuseUnwritableFolder(folder: string): Promise<void> {
  const present = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && dirname(folder) !== folder) return undefined;
    throw error;
  });
  if (!present) return refuseUnwritableFolder(dirname(folder));
  if (!present.isDirectory()) throw new Error("not a folder");
  await access(folder, constants.W_OK);
}

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
}

/** Beside the file first, then in its place: no reader ever sees half a workbook. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
