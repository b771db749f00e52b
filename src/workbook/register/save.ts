import type { RegisterEntry } from "../../kpi";
import type { RegisterReading } from "../../live";
import { FailureError, failure, type Result } from "../../sales/failure";
import { inWorkbook } from "../office/session";
import { ensureRegister } from "./ensure";
import { type KeepOptions, keepRegister } from "./keep";
import { takeRegister } from "./read";
import { writeEntries } from "./write";

/**
 * Writes one KPI's entry into its row of the sheet, which is made where it is missing, and remembers what stood
 * there. Fails with `register-invalid` where the sheet's headings are gone, and as the workbook does.
 */
export async function saveEntry(
  entry: RegisterEntry,
  options: KeepOptions,
): Promise<Result<RegisterReading>> {
  const { language = "fr", by: _by, at: _at, ...session } = options;
  const ensured = await ensureRegister({ language, ...session });
  if (!ensured.ok) return ensured;
  const written = await inWorkbook(async (workbook) => {
    const { sheet, parsed } = await takeRegister(workbook, language);
    if (!sheet || !parsed?.places) throw new FailureError(failure("register-invalid"));
    writeEntries(workbook, sheet, parsed, [entry], language);
    await workbook.sync();
  }, session);
  return written.ok ? keepRegister(options) : written;
}
