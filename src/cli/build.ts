import { resolve } from "node:path";
import { newSpreadsheet } from "../gsheets";
import { formatsOf, textsOf } from "../i18n";
import { workbookModel } from "../sharing";
import { writeWorkbook } from "../xlsx";
import type { Command, Streams } from "./command";
import { EXIT, type ExitCode } from "./exit";
import { tellNotes } from "./notes";
import type { Options } from "./options";
import { refuseUnwritable, replaceFile, writing } from "./outputFile";
import { type Loaded, loadSource } from "./source";

/** Writes the whole workbook into a file; an existing file is replaced only once the new one is complete. */
export const buildCommand: Command = {
  needs: ["source", "out"],
  run: async (options, { output, errors }) => {
    const { language, out = "", frozen } = options;
    const file = resolve(out);
    // Said before the source is read, which may take minutes.
    await writing(file, language, () => refuseUnwritable(file));
    const loaded = await loadSource(options);
    tellNotes(loaded, language, errors);
    if (options.sheets) return writeRequests(loaded, options, file, output);
    const model = await workbookModel(loaded, { formulas: frozen ? "frozen" : "kept", language });
    const bytes = await writeWorkbook(model);
    await writing(file, language, () => replaceFile(file, bytes));
    const sheets = model.sheets.filter(({ visibility }) => visibility === "visible").length;
    const kilobytes = formatsOf(language).count(Math.ceil(bytes.length / 1024));
    output.write(`${textsOf("cli", language)("built", { file: out, sheets, kilobytes })}\n`);
    return EXIT.ok;
  },
};

/** The batches of Google's Sheets API that fill a new spreadsheet, in the order they are to be sent. */
async function writeRequests(
  loaded: Loaded,
  { language, out = "" }: Options,
  file: string,
  output: Streams["output"],
): Promise<ExitCode> {
  const batches = await newSpreadsheet(loaded, { language, generation: crypto.randomUUID() });
  const json = JSON.stringify({ batches: batches.map((requests) => ({ requests })) });
  const bytes = new TextEncoder().encode(json);
  await writing(file, language, () => replaceFile(file, bytes));
  const count = batches.reduce((sum, requests) => sum + requests.length, 0);
  const { count: shown } = formatsOf(language);
  const sizes = {
    requests: shown(count),
    batches: shown(batches.length),
    kilobytes: shown(Math.ceil(bytes.length / 1024)),
  };
  output.write(`${textsOf("cli", language)("requestsBuilt", { file: out, ...sizes })}\n`);
  return EXIT.ok;
}
