import { join, resolve } from "node:path";
import { formatsOf, textsOf } from "../i18n";
import { FailureError, type Result } from "../sales/failure";
import { type CopyKind, copyFile, cutCopy, planCopies } from "../sharing";
import type { Command } from "./command";
import { UsageError } from "./errors";
import { EXIT } from "./exit";
import { tellNotes } from "./notes";
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
    const original = await loadSource(options);
    tellNotes(original, language, errors);
    const planned = unwrap(planCopies(original.data, scopes, language));
    const cut = planned.map((copy) => unwrap(cutCopy(original, copy)));
    await writing(out, language, () => makeFolder(folder));
    const circulation = { on: new Date().toISOString() };
    for (const [index, copy] of planned.entries()) {
      const { label: scope, fileName } = copy;
      errors.write(`${t("copyInProgress", { number: index + 1, count: planned.length, scope })}\n`);
      const { bytes, sheets, leftOut } = await copyFile(copy, cut[index]!, { kind, language, circulation });
      const file = join(out, fileName);
      await writing(file, language, () => replaceFile(join(folder, fileName), bytes));
      const kilobytes = formatsOf(language).count(Math.ceil(bytes.length / 1024));
      output.write(`${t("copyWritten", { file, scope, sheets, kilobytes })}\n`);
      if (leftOut.length > 0) errors.write(`${t("copyWithout", { scope, kpis: leftOut.join(", ") })}\n`);
    }
    return EXIT.ok;
  },
};

function kindOf({ frozen, live, language }: Options): CopyKind {
  if (frozen === live) throw new UsageError(textsOf("cli", language)("shareKind"));
  return frozen ? "frozen" : "live";
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
