import { REGISTER, SETTINGS, settingRows, TARGETS } from "../kept";
import { engineOf, memoryCells, planDashboards, registerOf, rowsOf, type WorkbookContents } from "../live";
import { FailureError } from "../sales/failure";
import type { Language } from "../sales/text";
import type { SheetsRequest } from "./api";
import { freeIds } from "./book";
import { dashboardRequests } from "./dashboards";
import { dataBatches } from "./data";
import type { BookFound } from "./file";
import { hiddenSheet } from "./hiddenSheet";
import { newTable } from "./keptTables";
import { ALERTS_SHEET, DATA_PREFIX, MEMORY_SHEET } from "./meta";
import { metaRequests } from "./metaRequests";
import { pack } from "./pack";
import { renderSheets } from "./render";

export interface NewSpreadsheetOptions {
  readonly language: Language;
  /** The name of the data's generation. */
  readonly generation: string;
}

/** A new spreadsheet of Google's: one sheet, whose title is of the account's language and matters to nobody. */
const NEW: BookFound = {
  sheets: [
    {
      sheetId: 0,
      title: "",
      rows: 1000,
      columns: 26,
      isHidden: false,
      charts: [],
      protections: [],
      conditionalFormats: 0,
    },
  ],
  names: [],
};

/**
 * Everything Vigie writes into a new spreadsheet, as batches of the Sheets API to be sent in this order: the data, then
 * kept tables, dashboards and the cell that puts all in force. Throws FailureError when the source does not answer.
 */
export async function newSpreadsheet(
  contents: WorkbookContents,
  { language, generation }: NewSpreadsheetOptions,
): Promise<readonly (readonly SheetsRequest[])[]> {
  const { data, targets, company = {}, history } = contents;
  const register = registerOf(contents, language);
  const source = engineOf(contents, language);
  const plans = await planDashboards({ source, register, history }, language);
  if (!plans.ok) throw new FailureError(plans.failure);
  const freeId = freeIds(NEW);
  const packed = pack(data);
  const sheet = DATA_PREFIX + generation;
  const batches = dataBatches(packed, freeId(), sheet);
  const shown = await renderSheets(plans.value, source, language);
  const { requests, dashboards } = dashboardRequests(shown, NEW, {}, freeId);
  const meta = {
    generation,
    language,
    provenance: data.provenance,
    by: "",
    data: { sheet, pieces: packed.pieces.length, checksum: packed.checksum },
    dashboards,
  };
  const memory = memoryCells({ entries: register, versions: [] }).map((cell) => [cell]);
  const alerts = history && rowsOf({ history, attention: [], recipients: {}, actions: [] });
  return [
    ...batches,
    [
      ...requests,
      ...newTable(
        NEW,
        TARGETS,
        targets.map((row) => TARGETS.write(row, language)),
        language,
        freeId(),
      ),
      ...newTable(
        NEW,
        REGISTER,
        register.map((row) => REGISTER.write(row, language)),
        language,
        freeId(),
      ),
      ...newTable(
        NEW,
        SETTINGS,
        settingRows(company).map((row) => SETTINGS.write(row, language)),
        language,
        freeId(),
      ),
      ...hiddenSheet(NEW, MEMORY_SHEET, memory, freeId),
      ...(alerts ? hiddenSheet(NEW, ALERTS_SHEET, alerts, freeId) : []),
      ...metaRequests(NEW, meta, freeId),
    ],
  ];
}
