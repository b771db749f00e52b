import type { OpenOptions } from "../../../workbench/host/jsdom";
import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";

/** One opened office per test, disposed after it. */
export function eachTestOpens(options: OpenOptions = {}): { office: OpenedOffice } {
  const opened = {} as { office: OpenedOffice };
  beforeEach(async () => {
    opened.office = await openOffice(options);
  });
  afterEach(() => opened.office.dispose());
  return opened;
}

type Work<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>;

/** Runs on the first sheet, and syncs at the end. */
export function onSheet<T>(work: Work<T>): Promise<T> {
  return Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem("Feuil1"), context);
    await context.sync();
    return result;
  });
}

/** The code of the refusal of some work on the first sheet; fails when it is not refused. */
export async function refusal(work: Work<unknown>): Promise<string> {
  try {
    await onSheet(work);
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  throw new Error("Not refused");
}
