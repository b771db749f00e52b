import { META_SHEET, metaOf, sheetsWorkbook, sheetsWriter } from "../gsheets";
import { sentence, sheetsText } from "../i18n";
import {
  createAlertsService,
  createLiveData,
  createLiveRegister,
  createLiveWorkbook,
  createWriting,
  currentData,
} from "../live";
import { type Failure, FailureError, failure, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { openTeamRefresh } from "./gateway";
import { spreadsheetReader } from "./reader";
import { readSchedule } from "./schedule";
import { spreadsheetFile } from "./spreadsheetFile";
import { stamp } from "./stamp";

/**
 * The morning's refresh, while the file is closed: with the team's account, as the person who asked for it. What goes
 * wrong is written where one reads it, for Google sends no mail about an add-on's triggers. Never throws.
 */
export async function refreshClosed(): Promise<void> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const language = metaOf(spreadsheetReader(spreadsheet))?.language ?? "fr";
  const outcome = await run(spreadsheet, language);
  if (!outcome.ok) tellTrouble(spreadsheet, outcome.failure, language);
}

async function run(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  language: Language,
): Promise<Result<void>> {
  try {
    const schedule = readSchedule();
    if (!schedule) throw new FailureError(failure("refresh-needs-connection"));
    const by = sheetsText("scheduledBy", language, { person: Session.getEffectiveUser().getEmail() });
    const file = spreadsheetFile(spreadsheet);
    const newGeneration = () => Utilities.getUuid();
    const onFault = (thrown: unknown) => console.error(JSON.stringify(thrown));
    const live = createLiveData({
      current: currentData,
      workbook: sheetsWorkbook(file, { newGeneration }),
      language,
      onFault,
    });
    const workbook = sheetsWorkbook(file, { newGeneration });
    const writer = createWriting(
      sheetsWriter(file, { source: () => live.now()?.source, language, newGeneration }),
    );
    const common = { live, workbook, language, onFault, writing: async () => success(writer) };
    const register = createLiveRegister({ ...common, by: () => by, now: Date.now });
    const alerts = createAlertsService({ ...common, entries: () => live.now()?.register.entries ?? [] });
    const book = createLiveWorkbook({ ...common, alerts, register });
    const opened = await book.open();
    if (!opened.ok) return opened;
    await alerts.read();
    const frames = openTeamRefresh(schedule);
    const refreshed = await book.refresh(() => frames, { user: by, signal: NEVER });
    if (!refreshed.ok) return refreshed;
    const built = await book.buildDashboards({ show: false });
    return built.ok ? success(undefined) : built;
  } catch (thrown) {
    return { ok: false, failure: thrown instanceof FailureError ? thrown.failure : failure("internal") };
  }
}

/** Nobody is there to stop it; Apps Script has no AbortController. */
const NEVER = { aborted: false } as AbortSignal;

/** Into the meta cell, for the pane, and as a note on the period's cell, for everybody. */
function tellTrouble(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  trouble: Failure,
  language: Language,
): void {
  const at = new Date().toISOString();
  const meta = metaOf(spreadsheetReader(spreadsheet));
  if (!meta || !spreadsheet.getSheetByName(META_SHEET)) return;
  stamp(spreadsheet, { ...meta, trouble: { at, failure: trouble } });
  const time = Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), "dd/MM/yyyy HH:mm");
  spreadsheet
    .getRangeByName("Vigie_Periode")
    ?.setNote(sheetsText("morningFailed", language, { time, sentence: sentence(trouble, language) }));
}
