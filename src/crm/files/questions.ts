import type { FileToMap } from "../connector";
import { describeFile, isRequired } from "./describe";
import type { CsvFile } from "./file";
import { columnsOf, type Mapping, SOURCE_TABLES } from "./mappingFile";

/** The files that lack columns, each with its headings and what is proposed for every column of its table. */
export function filesToMap(files: readonly CsvFile[], mapping: Mapping): FileToMap[] {
  return files.flatMap((file) => {
    const { table, headings, mapping: proposed, failure } = describeFile(file, mapping);
    if (!table || failure?.code !== "file-missing-columns") return [];
    const columns = columnsOf(table).map((name) => ({
      name,
      required: isRequired(table, name),
      ...(proposed[name] !== undefined && { heading: proposed[name] }),
    }));
    return [{ file: file.name, table, headings, columns }];
  });
}

/** What a person just chose, over what the mapping file says. */
export function mergeMappings(base: Mapping, chosen: Mapping): Mapping {
  const merged = { ...base, ...chosen };
  for (const table of SOURCE_TABLES) {
    const [under, over] = [base[table], chosen[table]];
    if (under && over) merged[table] = { ...under, ...over, columns: { ...under.columns, ...over.columns } };
  }
  return merged;
}
