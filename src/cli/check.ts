import { formatsOf, setAsideReason, textsOf } from "../i18n";
import type { Collected } from "../sales/collect";
import { TABLE_NAMES, TABLES, type TableName } from "../sales/schema";
import type { Language } from "../sales/text";
import type { Command } from "./command";
import { EXIT } from "./exit";
import { loadSource } from "./source";

/** Lists the rows that were set aside and why, then what each table holds. */
export const checkCommand: Command = {
  needs: ["source"],
  run: async (options, { output }) => {
    const loaded = await loadSource(options);
    for (const line of reportLines(loaded, options.language)) output.write(`${line}\n`);
    return setAside(loaded) > 0 ? EXIT.rowsSetAside : EXIT.ok;
  },
};

const setAside = ({ rejected }: Collected): number =>
  TABLE_NAMES.reduce((sum, table) => sum + rejected[table].count, 0);

function* reportLines(loaded: Collected, language: Language): Generator<string> {
  const t = textsOf("cli", language);
  const { count, day } = formatsOf(language);
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
  const { sample, count } = rejected[table];
  for (const row of sample) {
    yield t("rejected", { table: caption, origin: row.origin, reason: setAsideReason(row, language) });
  }
  if (count > sample.length) yield t("moreRejected", { table: caption, more: count - sample.length });
}
