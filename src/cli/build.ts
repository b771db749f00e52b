import { resolve } from "node:path";
import { formatsOf, textsOf } from "../i18n";
import { workbookModel } from "../sharing";
import { writeWorkbook } from "../xlsx";
import type { Command } from "./command";
import { EXIT } from "./exit";
import { tellNotes } from "./notes";
import { refuseUnwritable, replaceFile, writing } from "./outputFile";
import { loadSource } from "./source";

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
    const model = await workbookModel(loaded, { formulas: frozen ? "frozen" : "kept", language });
    const bytes = await writeWorkbook(model);
    await writing(file, language, () => replaceFile(file, bytes));
    const sheets = model.sheets.filter(({ visibility }) => visibility === "visible").length;
    const kilobytes = formatsOf(language).count(Math.ceil(bytes.length / 1024));
    output.write(`${textsOf("cli", language)("built", { file: out, sheets, kilobytes })}\n`);
    return EXIT.ok;
  },
};
