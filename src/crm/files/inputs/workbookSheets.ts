import { readOds } from "hucre/ods";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { formatIsoDay, MILLISECONDS_A_DAY } from "../../../sales/calendar";
import { type FailureCode, failure } from "../../../sales/failure";
import type { InputFile } from "./file";
import { isEncrypted, kindOf } from "./fileKind";
import { headingsOf, headingsRow } from "./headings";
import { type Cell, isBlank, type Sheet, type SheetRecord, type UnreadableSheet } from "./sheet";
import { unzipsWithin, zipEntries } from "./zipSize";

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** Opens the sheets of an Excel or OpenDocument workbook; what cannot be opened says why. Never throws. */
export async function openWorkbook(
  file: InputFile,
  chosen: ReadonlySet<string>,
): Promise<readonly (Sheet | UnreadableSheet)[]> {
  const refused = (code: FailureCode): UnreadableSheet[] => [
    { name: file.name, failure: failure(code, { file: file.name }) },
  ];
  if (kindOf(file.bytes) === "ole")
    return refused(isEncrypted(file.bytes) ? "file-protected" : "file-old-format");
  const entries = zipEntries(file.bytes);
  if (!entries) return refused("file-damaged");
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("xl/vbaProject.bin")) return refused("file-macros");
  const isOds = names.has("content.xml");
  if (!isOds && !entries.some(({ name }) => WORKSHEET.test(name))) return refused("file-not-a-workbook");
  if (!unzipsWithin(file.bytes, entries)) return refused("file-too-large");
  try {
    const sheets = isOds ? await sheetsOfOds(file.bytes) : await sheetsOfXlsx(file.bytes);
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    if (filled.length === 0) return refused("file-empty");
    return filled.map(({ name, rows }) =>
      sheetOf(filled.length > 1 ? `${file.name} › ${name}` : file.name, rows, chosen),
    );
  } catch {
    return refused("file-damaged");
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

interface Grid {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Hidden sheets are left out: what a person does not see is not what was meant. */
async function sheetsOfXlsx(bytes: Uint8Array): Promise<Grid[]> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: (sheet) => {
      if (!sheet.hidden && !sheet.veryHidden) names.push(sheet.name);
      return false;
    },
  });
  const grids: Grid[] = [];
  for (const name of names) {
    const rows: Row[] = [];
    const cellOf = cellReader();
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
      const cells = values.map(cellOf);
      if (!cells.every(isBlank)) rows.push({ line: index + 1, cells });
    }
    grids.push({ name, rows });
  }
  return grids;
}

async function sheetsOfOds(bytes: Uint8Array): Promise<Grid[]> {
  const { sheets } = await readOds(bytes);
  return sheets.map(({ name, rows }) => {
    const cellOf = cellReader();
    const all = rows.map((cells, at): Row => ({ line: at + 1, cells: cells.map(cellOf) }));
    return { name, rows: all.filter(({ cells }) => !cells.every(isBlank)) };
  });
}

function sheetOf(name: string, rows: readonly Row[], chosen: ReadonlySet<string>): Sheet {
  const at =
    headingsRow(
      rows.map(({ cells }) => cells),
      chosen,
    ) ?? 0;
  const top = rows[at];
  const records: readonly SheetRecord[] = rows.slice(at + 1);
  return {
    name,
    headings: headingsOf(top?.cells ?? []),
    headingsLine: top?.line ?? 1,
    records: () => records,
  };
}

/** Cells as text or numbers; the few thousand days of a sheet are one text each. */
function cellReader(): (value: unknown) => Cell {
  const days = new Map<number, string>();
  return (value) => {
    if (typeof value === "number" || typeof value === "string") return value;
    if (typeof value === "boolean") return value ? "true" : "false";
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
    const day = Math.floor(value.getTime() / MILLISECONDS_A_DAY);
    let text = days.get(day);
    if (text === undefined) {
      text = formatIsoDay(day);
      days.set(day, text);
    }
    return text;
  };
}
