import type { RememberedMapping } from "../../live";
import type { ColumnMapping, FileToMap, MappedTable } from "../gatewayClient";
import type { ColumnChoices, FileChoices } from "./choices";

/** Earlier answers about files of the same headings, put over what the gateway proposes. */
export function recalledChoices(
  files: readonly FileToMap[],
  remembered: readonly RememberedMapping[],
): ColumnChoices {
  return Object.fromEntries(
    files.flatMap((file): [string, FileChoices][] => {
      const found = rememberedFor(file, remembered);
      if (!found) return [];
      const { table, columns, dates, decimals } = found;
      const asked = new Set(file.columns.map(({ name }) => name));
      const answers = { ...(dates && { dates }), ...(decimals && { decimals }) } as Partial<FileChoices>;
      return [
        [
          file.file,
          {
            ...(!file.table && { table }),
            columns: Object.fromEntries(Object.entries(columns).filter(([name]) => asked.has(name))),
            ...answers,
          },
        ],
      ];
    }),
  );
}

/** The earlier answers about a file of these headings, in any order; of the same table where that is known. */
const rememberedFor = (
  { headings, table }: FileToMap,
  remembered: readonly RememberedMapping[],
): RememberedMapping | undefined => {
  const key = keyOf(headings);
  return remembered.find((one) => keyOf(one.headings) === key && (!table || table === one.table));
};

const keyOf = (headings: readonly string[]): string => JSON.stringify([...headings].sort());

/** The answers to keep, from all the questions of a connection. */
export function toRemember(files: readonly FileToMap[], mapping: ColumnMapping): RememberedMapping[] {
  const { ignored: _, ...tables } = mapping;
  return Object.entries(tables).flatMap(([table, entry]) =>
    files
      .filter(({ file }) => entry?.files.includes(file))
      .map(({ headings }) => {
        const { columns, dates, decimals } = tables[table as MappedTable]!;
        const own = Object.entries(columns).filter(
          ([, heading]) => heading === "" || headings.includes(heading),
        );
        return {
          headings,
          table,
          columns: Object.fromEntries(own),
          ...(dates && { dates }),
          ...(decimals && { decimals }),
        };
      }),
  );
}
