import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How long LibreOffice may take, its first start included. */
export const LONG = 120_000;

/** Comma, quote, UTF-8, from the first line; the last number is the sheet, counted from 1. */
export const asCsv = (sheet = 1): string =>
  `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${sheet}`;

/**
 * Converts a file beside itself with LibreOffice, with a profile of its own, so that an open LibreOffice does not
 * answer instead.
 */
export async function convert(file: string, format: string): Promise<void> {
  const folder = dirname(file);
  const profile = pathToFileURL(join(folder, "profile")).href;
  const options = [
    `-env:UserInstallation=${profile}`,
    "--headless",
    "--convert-to",
    format,
    "--outdir",
    folder,
    file,
  ];
  try {
    await run("soffice", options, { timeout: LONG });
  } catch (error) {
    throw new Error(
      `LibreOffice is needed for this test: install it so that "soffice" runs. (${String(error)})`,
    );
  }
}

/** The pages of a PDF as text, laid out as printed. */
export async function pagesOf(pdf: string): Promise<readonly string[]> {
  const { stdout } = await run("pdftotext", ["-layout", pdf, "-"]);
  return stdout.split("\f");
}
