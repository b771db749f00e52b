import type { Result } from "../../sales/failure";
import { inWorkbook, Session } from "../office/session";
import { findTargets } from "./find";

/** A person types several cells in a row: one recalculation serves them all. */
const DEBOUNCE_MS = 400;

/** A callback, and the sheet's event it hangs on while there is such a sheet. */
interface Watch {
  readonly onChange: () => void;
  sheetId?: string;
  handler?: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>;
  timer?: ReturnType<typeof setTimeout>;
}

const watches = new Set<Watch>();

/**
 * Calls back, a moment later and once, after cells of the targets' sheet changed, by hand or by a co-author.
 * May be asked before there is such a sheet. Answers how to stop.
 */
export async function watchTargets(onChange: () => void): Promise<Result<() => Promise<void>>> {
  const watch: Watch = { onChange };
  watches.add(watch);
  const attached = await attachWatches();
  if (!attached.ok) {
    watches.delete(watch);
    return attached;
  }
  return { ok: true, value: () => stop(watch) };
}

/** Hangs every watch on the sheet of the moment; to be called when that sheet was made anew. */
export const attachWatches = (): Promise<Result<void>> =>
  inWorkbook(async (session) => {
    if (watches.size === 0) return;
    const found = await findTargets(session);
    if (!found) return;
    const pending = [...watches].filter(({ sheetId }) => sheetId !== found.sheetId);
    if (pending.length === 0) return;
    const sheet = session.workbook.worksheets.getItem(found.sheetId);
    for (const watch of pending) {
      watch.handler = sheet.onChanged.add(async () => schedule(watch));
      watch.sheetId = found.sheetId;
    }
    await session.sync();
  });

function schedule(watch: Watch): void {
  clearTimeout(watch.timer);
  watch.timer = setTimeout(watch.onChange, DEBOUNCE_MS);
}

async function stop(watch: Watch): Promise<void> {
  watches.delete(watch);
  clearTimeout(watch.timer);
  const { handler } = watch;
  if (!handler) return;
  // The event belongs to the context it was asked in. A sheet that is gone took its event with it.
  await inWorkbook(() => {
    handler.remove();
    return new Session(handler.context as Excel.RequestContext, {}).sync();
  });
}
