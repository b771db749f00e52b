import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { TABLE_NAMES } from "../../sales/schema";
import type { Connector } from "../connector";
import { dataDateOption, parseOptions } from "../kit";
import { CsvConnection } from "./connection";
import type { CsvFile } from "./file";
import { readFolder } from "./folder";
import { MAPPING_FILE, parseMapping } from "./mappingFile";
import { openSource } from "./source";
import { filesToMap, mergeMappings } from "./toMap";

const OPTIONS = z.object({
  dataDate: dataDateOption,
  folder: z.string().min(1).optional(),
  files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).optional(),
  mapping: z.string().optional(),
  pageSize: z.number().int().min(1).optional(),
});

/**
 * CSV files, one per table. Options: `files` (`{name, bytes}[]`, uploaded) or `folder` (a path), `dataDate`
 * (YYYY-MM-DD, default today), `mapping` (as in `vigie-mapping.json`, over such a file). `folders` allows the option `folder`: true on a person's own command line, false in
 * a gateway, where it would let anyone read the server's disk.
 */
export function csvConnector({ folders }: { readonly folders: boolean }): Connector {
  return {
    declaration: {
      id: "csv",
      label: { fr: "Fichiers CSV", en: "CSV files" },
      fields: [{ name: "files", label: { fr: "Fichiers", en: "Files" }, kind: "files" }],
      tables: TABLE_NAMES,
      lacks: [],
    },
    filesToMap(options) {
      const { files, mapping: chosen } = parseOptions(OPTIONS, options);
      const { tables, mapping } = understood(named(files ?? []), chosen);
      return filesToMap(tables, mapping);
    },
    async connect(options, signal) {
      const { dataDate, folder, files, mapping: chosen, pageSize } = parseOptions(OPTIONS, options);
      if (folder !== undefined && !folders)
        throw new FailureError(failure("configuration-invalid", { setting: "folder", expected: "files" }));
      const all = folder === undefined ? named(files ?? []) : await readFolder(folder, signal);
      const { tables, mapping } = understood(all, chosen);
      return new CsvConnection(dataDate, openSource(tables, mapping), mapping.currencies, pageSize);
    },
  };
}

/** The files of data, and what the mapping file among them and a person's own choices say about them. */
function understood(all: readonly CsvFile[], chosen: string | undefined) {
  const mappingFile = all.find(({ name }) => name === MAPPING_FILE);
  const base = mappingFile ? parseMapping(mappingFile) : {};
  const over =
    chosen === undefined ? {} : parseMapping({ name: MAPPING_FILE, bytes: new TextEncoder().encode(chosen) });
  return { tables: all.filter((file) => file !== mappingFile), mapping: mergeMappings(base, over) };
}

/** Browsers may send a path with the name. */
const named = (files: readonly CsvFile[]): CsvFile[] =>
  files.map(({ name, bytes }) => ({ name: name.split(/[\\/]/).at(-1) ?? name, bytes }));
