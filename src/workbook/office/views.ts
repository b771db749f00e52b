import { FailureError } from "../../sales/failure";
import { inWorkbook, Session } from "./session";

/** Asks for one part of how a sheet looks or prints. */
export type ViewStep = (sheet: Excel.Worksheet) => void;

/** `Workbook.onActivated`; before it what is owed waits for the next build. */
const ACTIVATED_API = "1.13";

/**
 * Views that sheets are still to get, by id or name. Excel refuses panes, gridlines and activation while another
 * workbook is in front: they come after the contents, and wait here until this one is in front again.
 */
const owed = new Map<string, readonly ViewStep[]>();
let watch: OfficeExtension.EventHandlerResult<Excel.WorkbookActivatedEventArgs> | undefined;

/** Notes the view of a sheet, which may be made by a request not sent yet. */
export const oweView = (sheet: string, steps: readonly ViewStep[]): void => void owed.set(sheet, steps);

/**
 * Asks for every owed view, in one request, sheet by sheet and step by step where Excel refuses it. `along` travels
 * with that one request. Never fails; answers the sheets whose view is still owed.
 */
export async function settleViews(session: Session, along: () => void = () => {}): Promise<string[]> {
  if (owed.size === 0) return [];
  const all = await attempt(session, () => {
    for (const [sheet, steps] of owed) ask(session, sheet, steps);
    along();
  });
  if (all === "done") owed.clear();
  if (all === "refused")
    for (const [sheet, steps] of [...owed]) {
      const left: ViewStep[] = [];
      for (const step of steps)
        if ((await attempt(session, () => ask(session, sheet, [step]))) !== "done") left.push(step);
      if (left.length > 0) owed.set(sheet, left);
      else owed.delete(sheet);
    }
  if (owed.size > 0) await watchFront(session);
  else await stopWatching();
  return [...owed.keys()];
}

function ask({ workbook }: Session, sheet: string, steps: readonly ViewStep[]): void {
  const found = workbook.worksheets.getItemOrNullObject(sheet);
  for (const step of steps) step(found);
}

/** Sends a request that may be refused: `silent` when Excel does not answer, or the person said Stop. */
export async function attempt(session: Session, queue: () => void): Promise<"done" | "refused" | "silent"> {
  try {
    queue();
    await session.sync();
    return "done";
  } catch (error) {
    return error instanceof FailureError ? "silent" : "refused";
  }
}

/** Hears when this workbook comes to the front while something is owed. */
async function watchFront(session: Session): Promise<void> {
  if (watch) return;
  if (!Office.context.requirements.isSetSupported("ExcelApi", ACTIVATED_API)) return;
  await attempt(session, () => {
    watch = session.workbook.onActivated.add(async () => {
      await inWorkbook((later) => settleViews(later));
    });
  });
}

async function stopWatching(): Promise<void> {
  const handler = watch;
  watch = undefined;
  // The event belongs to the context it was asked in.
  if (handler)
    await inWorkbook(() => {
      handler.remove();
      return new Session(handler.context as Excel.RequestContext, {}).sync();
    });
}
