import { zipSync } from "fflate";
import type { CopyFile } from "../../../sharing";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ZIP = { type: "application/zip", name: "Vigie.zip" } as const;
/** Some browsers read the file only after the click was answered. */
const KEPT_MS = 60_000;

export const saveCopy = ({ bytes, fileName }: CopyFile): void => handOver(bytes, fileName, XLSX);

/** All of them in one file: browsers refuse several downloads from one click. */
export function saveAll(copies: readonly CopyFile[]): void {
  const files = Object.fromEntries(copies.map(({ bytes, fileName }) => [fileName, bytes]));
  // Workbooks are compressed as they are.
  handOver(zipSync(files, { level: 0 }), ZIP.name, ZIP.type);
}

/** The browser's own download; nothing tells whether the person received it. */
function handOver(bytes: Uint8Array, fileName: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
