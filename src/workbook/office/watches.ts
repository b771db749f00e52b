import { type Result, success } from "../../sales/failure";
import { inWorkbook, Session } from "./session";

/** A person types several cells in a row: one recalculation serves them all. */
const DEBOUNCE_MS = 400;

/** A callback, and the sheet's event it hangs on while there is such a sheet. */
interface Watch {
  readonly onChange: (byHand: boolean) => void;
  sheetId?: string;
  handler?: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>;
  timer?: ReturnType<typeof setTimeout>;
  /** True when a change since the last call was made in this window. */
  isOwn?: boolean;
}

/** Watches of one sheet of the user's, which may be renamed, deleted and made anew. */
export interface SheetWatches {
  /**
   * Calls back, a moment later and once, after cells of the sheet changed, by hand or by a co-author (`byHand`
   * false). May be asked before there is such a sheet. Answers how to stop.
   */
  watch(onChange: (byHand: boolean) => void): Promise<Result<() => Promise<void>>>;
  /** Hangs every watch on the sheet of the moment; to be called when that sheet was made anew. */
  attach(): Promise<Result<void>>;
  /** Hangs the watches that hang on no sheet yet; asks nothing of Excel when there are none. */
  attachNew(): Promise<Result<void>>;
}

/** `find` says with one request where the sheet is. */
export function sheetWatches(
  find: (session: Session) => Promise<{ readonly sheetId: string } | undefined>,
): SheetWatches {
  const watches = new Set<Watch>();

  const attach = (): Promise<Result<void>> =>
    inWorkbook(async (session) => {
      if (watches.size === 0) return;
      const found = await find(session);
      if (!found) return;
      const pending = [...watches].filter(({ sheetId }) => sheetId !== found.sheetId);
      if (pending.length === 0) return;
      const sheet = session.workbook.worksheets.getItem(found.sheetId);
      for (const watch of pending) {
        watch.handler = sheet.onChanged.add(async ({ source }) => schedule(watch, source !== "Remote"));
        watch.sheetId = found.sheetId;
      }
      await session.sync();
    });

  const stop = async (watch: Watch): Promise<void> => {
    watches.delete(watch);
    clearTimeout(watch.timer);
    const { handler } = watch;
    if (!handler) return;
    // The event belongs to the context it was asked in. A sheet that is gone took its event with it.
    await inWorkbook(() => {
      handler.remove();
      return new Session(handler.context as Excel.RequestContext, {}).sync();
    });
  };

  return {
    attach,
    attachNew: async () =>
      [...watches].every(({ sheetId }) => sheetId !== undefined) ? success(undefined) : attach(),
    watch: async (onChange) => {
      const watch: Watch = { onChange };
      watches.add(watch);
      const attached = await attach();
      if (!attached.ok) {
        watches.delete(watch);
        return attached;
      }
      return { ok: true, value: () => stop(watch) };
    },
  };
}

function schedule(watch: Watch, isOwn: boolean): void {
  clearTimeout(watch.timer);
  watch.isOwn = watch.isOwn === true || isOwn;
  watch.timer = setTimeout(() => {
    const byHand = watch.isOwn === true;
    watch.isOwn = false;
    watch.onChange(byHand);
  }, DEBOUNCE_MS);
}
