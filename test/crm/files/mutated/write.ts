import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import type { Writing } from "./sheet";

/** The file that a writing describes. */
export async function fileOf(writing: Writing): Promise<{ name: string; bytes: Uint8Array }> {
  const { kind, name } = writing;
  if (kind === "csv") return { name: `${name}.csv`, bytes: csvBytes(writing) };
  const write = kind === "xlsx" ? writeXlsx : writeOds;
  return {
    name: `${name}.${kind}`,
    bytes: await write({ sheets: [{ name: "Feuil1", rows: grid(writing) }] }),
  };
}

function csvBytes(writing: Writing): Uint8Array {
  const { delimiter, quotes, encoding } = writing;
  const cell = (text: string) =>
    quotes && (text.includes(delimiter) || /["\n]/.test(text)) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = grid(writing)
    .map((cells) => cells.map(cell).join(delimiter))
    .join("\r\n");
  const [page = "utf-8", mark] = encoding.split(" ");
  const bytes = iconv.encode(`${text}\r\n`, page, { addBOM: mark === "BOM" });
  // A page that lacks a character (œ in CP850) would lose it before Vigie sees the file.
  return iconv.decode(bytes, page) === `${text}\r\n` ? bytes : iconv.encode(`${text}\r\n`, "utf-8");
}

function grid({ columns, above, below }: Writing): string[][] {
  const width = columns.length;
  const padded = (first: string) => [first, ...Array.from({ length: width - 1 }, () => "")];
  const rows = columns[0]?.cells.length ?? 0;
  return [
    ...above.map(padded),
    columns.map(({ heading }) => heading),
    ...Array.from({ length: rows }, (_, row) => columns.map(({ cells }) => cells[row] ?? "")),
    ...below.map((line) => line.split("|")).map((cells) => [...cells, ...padded("")].slice(0, width)),
  ];
}
