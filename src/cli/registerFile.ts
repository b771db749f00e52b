import { sheetsOfFile } from "../crm";
import { sentence } from "../i18n";
import { entriesInForce, parseKept, REGISTER, registerTable } from "../kept";
import { defaultRegister, type RegisterEntry } from "../kpi";
import { FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import { UsageError } from "./errors";

/**
 * The register that a file holds: a text file or a workbook with the columns of the sheet "Référentiel". A file of own
 * indicators alone adds them to the product's KPIs. Throws UsageError with every wrong cell, FailureError where the file
 * cannot be read.
 */
export async function readRegisterFile(file: string, language: Language): Promise<readonly RegisterEntry[]> {
  const headings = Object.values(REGISTER.columns).flatMap(({ caption }) => Object.values(caption));
  const sheets = await sheetsOfFile(file, headings);
  const readings = sheets.map(({ name, headingsLine, values }) =>
    parseKept(registerTable(), { sheetName: name, row: headingsLine - 1, column: 0, values }),
  );
  // The targets' sheet has a column of KPIs too.
  const width = ({ places }: (typeof readings)[number]) => Object.keys(places ?? {}).length;
  const [reading] = readings.filter(({ places }) => places).sort((a, b) => width(b) - width(a));
  if (!reading)
    throw new FailureError(
      readings[0]?.problems[0]?.cause ?? failure("file-missing-columns", { columns: [headings[0]!] }),
    );
  const wrong = reading.problems.filter(({ cause }) => cause.code !== "file-missing-columns");
  if (wrong.length > 0)
    throw new UsageError(
      wrong.map(({ address, cause }) => `${address} · ${sentence(cause, language)}`).join("\n"),
    );
  const entries = entriesInForce(reading, []);
  return entries.every(({ own }) => own) ? [...defaultRegister(language), ...entries] : entries;
}
