import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { TABLE_NAMES } from "../../sales/schema";
import type { Connector } from "../connector";
import { dataDateOption, parseOptions } from "../kit";
import { SOURCE_TABLES } from "./columns/fields";
import { headingWord } from "./columns/match";
import { FileConnection } from "./connection";
import type { InputFile } from "./inputs/file";
import { readFolder } from "./inputs/folder";
import { openFiles } from "./inputs/openFile";
import { MAPPING_FILE, type Mapping, mergeMappings, parseMapping } from "./mappingFile";
import { currenciesOf } from "./money";
import { filesToMap } from "./questions";
import { openSource } from "./source";

const OPTIONS = z.object({
  dataDate: dataDateOption,
  folder: z.string().min(1).optional(),
  files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })).optional(),
  mapping: z.string().optional(),
  pageSize: z.number().int().min(1).optional(),
});

/**
 * CSV, Excel and OpenDocument files. Options: `files` (`{name, bytes}[]`, uploaded) or `folder` (a folder's or a file's
 * path), `dataDate` (YYYY-MM-DD, default today), `mapping` (as in `vigie-mapping.json`, over such a file). `folders` allows
 * the option `folder`: true on a person's own command line, false in a gateway, where it would let anyone read the
 * server's disk.
 */
export function filesConnector({ folders }: { readonly folders: boolean }): Connector {
  return {
    declaration: {
      id: "csv",
      label: { fr: "Fichiers CSV ou Excel", en: "CSV or Excel files" },
      fields: [{ name: "files", label: { fr: "Fichiers", en: "Files" }, kind: "files" }],
      tables: TABLE_NAMES,
      lacks: [],
    },
    async filesToMap(options) {
      const { dataDate, files, mapping: chosen } = parseOptions(OPTIONS, options);
      const { sheets, mapping } = await understood(named(files ?? []), chosen);
      return filesToMap(sheets, mapping, dataDate);
    },
    async connect(options, signal) {
      const { dataDate, folder, files, mapping: chosen, pageSize } = parseOptions(OPTIONS, options);
      if (folder !== undefined && !folders)
        throw new FailureError(failure("configuration-invalid", { setting: "folder", expected: "files" }));
      const all = folder === undefined ? named(files ?? []) : await readFolder(folder, signal);
      const { sheets, mapping } = await understood(all, chosen);
      const source = openSource(sheets, mapping, dataDate);
      const { currencies, notes } = currenciesOf(source, mapping.currencies);
      return new FileConnection(
        dataDate,
        { ...source, notes: [...source.notes, ...notes] },
        currencies,
        pageSize,
      );
    },
  };
}

/** The sheets of data, and what the mapping file among the files and a person's own choices say about them. */
async function understood(all: readonly InputFile[], chosen: string | undefined) {
  const mappingFile = all.find(({ name }) => name === MAPPING_FILE);
  const base = mappingFile ? parseMapping(mappingFile) : {};
  const over =
    chosen === undefined ? {} : parseMapping({ name: MAPPING_FILE, bytes: new TextEncoder().encode(chosen) });
  const mapping = mergeMappings(base, over);
  const files = all.filter((file) => file !== mappingFile);
  return { sheets: await openFiles(files, chosenHeadings(mapping)), mapping };
}

const chosenHeadings = (mapping: Mapping): ReadonlySet<string> =>
  new Set(SOURCE_TABLES.flatMap((table) => Object.values(mapping[table]?.columns ?? {})).map(headingWord));

/** Browsers may send a path with the name. */
const named = (files: readonly InputFile[]): InputFile[] =>
  files.map(({ name, bytes }) => ({ name: name.split(/[\\/]/).at(-1) ?? name, bytes }));
