/** The refresh that a person asked for each morning. */
export interface Schedule {
  /** The source's id at the gateway. */
  readonly source: string;
  /** The team account's code: among the person's own properties at Google, never in the spreadsheet. */
  readonly code: string;
}

const KEY = "vigie.schedule";
const HANDLER = "vigieHourly";
/** Google starts it within the hour, about then. */
const HOUR = 8;
const MINUTE = 15;

export function readSchedule(): Schedule | undefined {
  const kept = PropertiesService.getUserProperties().getProperty(KEY);
  return kept ? (JSON.parse(kept) as Schedule) : undefined;
}

/** Has the file refreshed each morning; what was asked before is replaced. */
export function beginSchedule(schedule: Schedule): void {
  endSchedule();
  PropertiesService.getUserProperties().setProperty(KEY, JSON.stringify(schedule));
  ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(HOUR).nearMinute(MINUTE).create();
}

/** Ends it; answers whether there was one. */
export function endSchedule(): boolean {
  PropertiesService.getUserProperties().deleteProperty(KEY);
  const own = ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (trigger) => trigger.getHandlerFunction() === HANDLER,
  );
  for (const trigger of own) ScriptApp.deleteTrigger(trigger);
  return own.length > 0;
}
