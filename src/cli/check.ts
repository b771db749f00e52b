import { formatsOf, setAsideReason, textsOf } from "../i18n";
import type { Collected } from "../sales/collect";
import { deservesLook } from "../sales/note";
import { TABLE_NAMES, TABLES, type TableName } from "../sales/schema";
import type { Language } from "../sales/text";
import type { Command } from "./command";
import { EXIT } from "./exit";
import { allNotes, noteLines } from "./notes";
import { ownIndicatorLines } from "./ownIndicators";
import { RejectedFile } from "./rejectedFile";
import { type Loaded, loadSource } from "./source";

/**
 * Lists what the source decided by itself, the rows that were set aside and why, what each table holds, then own indicators. Ends with 1
 * when rows were set aside or a note deserves a look.
 */
export const checkCommand: Command = {
  needs: ["source"],
  run: async (options, { output }) => {
    const { language, rejected: file } = options;
    const rejected = file === undefined ? undefined : new RejectedFile(file, language);
    const loaded = await loadSource(options, { ...(rejected && { onRejected: (row) => rejected.add(row) }) });
    for (const line of reportLines(loaded, language)) output.write(`${line}\n`);
    const own = await ownIndicatorLines(loaded, language);
    for (const { line } of own) output.write(`${line}\n`);
    if (rejected) output.write(`${await rejected.write()}\n`);
    const isDoubtful = allNotes(loaded, language).some(deservesLook) || own.some(({ isWrong }) => isWrong);
    return setAside(loaded) > 0 || isDoubtful ? EXIT.toCheck : EXIT.ok;
  },
};

const setAside = ({ rejected }: Collected): number =>
  TABLE_NAMES.reduce((sum, table) => sum + rejected[table].count, 0);

function* reportLines(loaded: Loaded, language: Language): Generator<string> {
  const t = textsOf("cli", language);
  const { count, day } = formatsOf(language);
  yield* noteLines(loaded, language);
  for (const table of TABLE_NAMES) yield* rejectedLines(table, loaded, language);
  for (const table of TABLE_NAMES) {
    yield t("counts", {
      table: TABLES[table].caption[language],
      rows: count(loaded.data.tables[table].length),
      rejected: count(loaded.rejected[table].count),
    });
  }
  const rows = TABLE_NAMES.reduce((sum, table) => sum + loaded.data.tables[table].length, 0);
  const date = day(loaded.data.provenance.dataDate);
  yield t("total", { rows: count(rows), rejected: count(setAside(loaded)), date });
}

function* rejectedLines(table: TableName, { rejected }: Collected, language: Language): Generator<string> {
  const t = textsOf("cli", language);
  const caption = TABLES[table].caption[language];
  const { sample, count, reasons } = rejected[table];
  for (const why of reasons.filter((each) => each.count > 1)) {
    const reason = setAsideReason({ table, ...why }, language);
    yield t("rejectedReason", { table: caption, times: formatsOf(language).count(why.count), reason });
  }
  for (const row of sample) {
    yield t("rejected", { table: caption, origin: row.origin, reason: setAsideReason(row, language) });
  }
  if (count > sample.length) yield t("moreRejected", { table: caption, more: count - sample.length });
}
