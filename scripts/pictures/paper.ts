import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const DATA_DATE = "2026-11-23";
/** Dots an inch: enough to read the smallest text of a page. */
const RESOLUTION = "80";

export interface Paper {
  /** As the command line takes it: `demo`, `csv:FOLDER`. */
  readonly source: string;
  readonly scratch: string;
  readonly folder: string;
  /** Begins the pictures' names. */
  readonly name: string;
}

/** A frozen copy of a source as LibreOffice prints it: one picture a page. Needs `soffice` and `pdftoppm`. */
export async function pagesAsPictures({ source, scratch, folder, name }: Paper): Promise<void> {
  const file = join(scratch, `${name}.xlsx`);
  const args = ["build", "--source", source, "--data-date", DATA_DATE, "--frozen", "--out", file];
  await run(process.execPath, ["--import", "tsx", join("src", "cli", "main.ts"), ...args]);
  const profile = pathToFileURL(join(scratch, "profile")).href;
  await run("soffice", [
    `-env:UserInstallation=${profile}`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    scratch,
    file,
  ]);
  await run("pdftoppm", ["-r", RESOLUTION, "-png", join(scratch, `${name}.pdf`), join(folder, name)]);
}
