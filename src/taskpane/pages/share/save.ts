import { zipSync } from "fflate";
import type { CopyFile } from "../../../sharing";
import { handOver } from "../../handOver";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ZIP = { type: "application/zip", name: "Vigie.zip" } as const;

export const saveCopy = ({ bytes, fileName }: CopyFile): void => handOver(bytes, fileName, XLSX);

/** All of them in one file: browsers refuse several downloads from one click. */
export function saveAll(copies: readonly CopyFile[]): void {
  const files = Object.fromEntries(copies.map(({ bytes, fileName }) => [fileName, bytes]));
  // Workbooks are compressed as they are.
  handOver(zipSync(files, { level: 0 }), ZIP.name, ZIP.type);
}
