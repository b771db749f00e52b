import { constants } from "node:fs";
import { access, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { formatsOf } from "../i18n/formats";
import { textsOf } from "../i18n/texts";
import type { Language } from "../sales/text";
import { writeWorkbook } from "../xlsx/write";
import type { Command } from "./command";
import { OutputError } from "./errors";
import { EXIT } from "./exit";
import { openSource } from "./source";
import { workbookModel } from "./workbookFile";

/** Writes the whole workbook into a file; an existing file is replaced only once the new one is complete. */
export const buildCommand: Command = {
  needs: ["source", "out"],
  run: async (options, { output }) => {
    const { language, out = "", frozen } = options;
    const file = resolve(out);
    // Said before the source is read, which may take minutes.
    await attempt(file, language, () => refuseUnwritable(file));
    const model = await workbookModel(await openSource(options), frozen ? "frozen" : "kept", language);
    const bytes = await writeWorkbook(model);
    await attempt(file, language, () => replaceFile(file, bytes));
    const sheets = model.sheets.filter(({ visibility }) => visibility === "visible").length;
    const kilobytes = formatsOf(language).count(Math.ceil(bytes.length / 1024));
    output.write(`${textsOf("cli", language)("built", { file: out, sheets, kilobytes })}\n`);
    return EXIT.ok;
  },
};

async function refuseUnwritable(file: string): Promise<void> {
  await access(dirname(file), constants.W_OK);
  const present = await stat(file).catch(() => undefined);
  if (present && !present.isFile()) throw new Error("not a file");
  if (present) await access(file, constants.W_OK);
}

/** Beside the file first, then in its place: no reader ever sees half a workbook. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

async function attempt(file: string, language: Language, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    throw new OutputError(textsOf("cli", language)("fileUnwritable", { file }));
  }
}
