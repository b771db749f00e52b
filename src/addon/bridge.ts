import type { SheetsRequest } from "../gsheets";
import { FailureError, failure, type Result, success } from "../sales/failure";
import { revokeCopy, shareCopy } from "./drive";
import { asked, spreadsheetFile } from "./spreadsheetFile";

/** The calls that the sidebar may make, and nothing else: arguments and answers are plain JSON. */
const CALLS = {
  look: () => file().look(),
  values: (titles: readonly string[]) => file().values(titles),
  write: (requests: readonly SheetsRequest[]) => locked(() => file().write(requests)),
  show: (sheetId: number, row: number, column: number) => file().show(sheetId, row, column),
  selected: async () => {
    const cell = SpreadsheetApp.getActiveSpreadsheet().getCurrentCell();
    const sheet = cell?.getSheet();
    return cell && sheet
      ? {
          sheetId: sheet.getSheetId(),
          title: sheet.getName(),
          row: cell.getRow() - 1,
          column: cell.getColumn() - 1,
          address: cell.getA1Notation(),
          formula: cell.getFormula(),
        }
      : undefined;
  },
  user: async () => Session.getEffectiveUser().getEmail(),
  share: async (name: string, base64: string, readers: readonly string[]) => shareCopy(name, base64, readers),
  revoke: async (id: string) => revokeCopy(id),
} as const;

export type BridgeCalls = typeof CALLS;
export type BridgeCall = keyof BridgeCalls;

const file = () => spreadsheetFile(SpreadsheetApp.getActiveSpreadsheet());
const LOCK_MILLISECONDS = 20_000;

/** One writer at a time in a document, whoever it is. */
async function locked<T>(work: () => Promise<T>): Promise<T> {
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(LOCK_MILLISECONDS)) throw new FailureError(failure("workbook-locked"));
  try {
    return await work();
  } finally {
    lock?.releaseLock();
  }
}

/** Answers one call of the sidebar, as JSON both ways; whatever goes wrong is a failure in the answer. */
export async function answerSidebar(call: string, json: string): Promise<string> {
  return JSON.stringify(await answered(call, json));
}

async function answered(call: string, json: string): Promise<Result<unknown>> {
  if (!Object.hasOwn(CALLS, call)) return { ok: false, failure: failure("sheets-outdated") };
  try {
    const run = CALLS[call as BridgeCall] as (...args: readonly unknown[]) => Promise<unknown>;
    return success(await run(...(JSON.parse(json) as readonly unknown[])));
  } catch (thrown) {
    if (thrown instanceof FailureError) return { ok: false, failure: thrown.failure };
    // A service of Google's that threw: its words decide what it means.
    try {
      return asked(() => {
        throw thrown;
      });
    } catch (meant) {
      return { ok: false, failure: meant instanceof FailureError ? meant.failure : failure("internal") };
    }
  }
}
