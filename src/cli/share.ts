import { join, resolve } from "node:path";
import { formatsOf } from "../i18n/formats";
import { textsOf } from "../i18n/texts";
import { FailureError } from "../sales/failure";
import { writeWorkbook } from "../xlsx/write";
import type { Command } from "./command";
import { type CopyKind, copyModel, planCopies } from "./copies";
import { UsageError } from "./errors";
import { EXIT } from "./exit";
import type { Options } from "./options";
import { makeFolder, refuseUnwritableFolder, replaceFile, writing } from "./outputFile";
import { parseScope } from "./scopes";
import { loadSource } from "./source";

/**
 * Writes one workbook per scope into a folder: a line on `errors` as each begins, one on `output` once it is in
 * place. Nothing is written unless every scope can be made.
 */
export const shareCommand: Command = {
  needs: ["source", "out"],
  run: async (options, { output, errors }) => {
    const { language, out = "" } = options;
    const t = textsOf("cli", language);
    const kind = kindOf(options);
    const scopes = options.scopes.map((scope) => parseScope(scope, language));
    if (scopes.length === 0) throw new UsageError(t("scopeMissing"));
    const folder = resolve(out);
    await writing(out, language, () => refuseUnwritableFolder(folder));
    const planned = planCopies(await loadSource(options), scopes);
    if (!planned.ok) throw new FailureError(planned.failure);
    await writing(out, language, () => makeFolder(folder));
    for (const [index, copy] of planned.value.entries()) {
      const { label: scope, fileName } = copy;
      errors.write(`${t("copyInProgress", { number: index + 1, count: planned.value.length, scope })}\n`);
      const model = await copyModel(copy, kind, language);
      const bytes = await writeWorkbook(model);
      const file = join(out, fileName);
      await writing(file, language, () => replaceFile(join(folder, fileName), bytes));
      const sheets = model.sheets.filter(({ visibility }) => visibility === "visible").length;
      const kilobytes = formatsOf(language).count(Math.ceil(bytes.length / 1024));
      output.write(`${t("copyWritten", { file, scope, sheets, kilobytes })}\n`);
    }
    return EXIT.ok;
  },
};

function kindOf({ frozen, live, language }: Options): CopyKind {
  if (frozen === live) throw new UsageError(textsOf("cli", language)("shareKind"));
  return frozen ? "frozen" : "live";
}
