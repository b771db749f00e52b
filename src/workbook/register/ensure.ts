import { limitRanges, REGISTER_SHEET, registerSheet } from "../../dashboard/sheets/register";
import { defaultRegister } from "../../kpi";
import type { Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { Lists } from "../dashboards/lists";
import { freeName, writePlan } from "../dashboards/write";
import { rangeOf } from "../office/ranges";
import { inWorkbook, type Session } from "../office/session";
import { MEMORY_SHEET, writeMemory } from "./memory";
import { type RegisterOptions, type StandingRegister, takeRegister } from "./read";
import { attachRegisterWatches } from "./watch";
import { writeEntries } from "./write";

/** Any number will do: whether thresholds make sense together is more than a cell's rule can say. */
const LARGEST_LIMIT = 1e15;

/**
 * Makes the sheet "Référentiel" where the workbook has none: with what was last in force, else with the product's
 * own entries. A KPI that the product gained gets a row; one whose row the user deleted does not come back. True
 * when something was written.
 */
export async function ensureRegister({
  language = "fr",
  ...options
}: RegisterOptions = {}): Promise<Result<boolean>> {
  const written = await inWorkbook(async (session) => {
    const standing = await takeRegister(session, language);
    const known = new Set((standing.memory.entries ?? []).map(({ kpi }) => kpi));
    const gained = defaultRegister(language).filter(
      ({ kpi }) => !known.has(kpi) && !standing.entries.some((entry) => entry.kpi === kpi),
    );
    if (standing.sheet && (gained.length === 0 || !standing.memory.entries || !standing.parsed?.places))
      return false;
    const entries = [...standing.entries, ...gained];
    if (standing.sheet && standing.parsed)
      writeEntries(session, standing.sheet, standing.parsed, gained, language);
    else makeSheet(session, standing, entries, language);
    writeMemory(session, { ...standing.memory, entries }, standing.names.includes(MEMORY_SHEET));
    await session.sync();
    return true;
  }, options);
  if (written.ok && written.value) await attachRegisterWatches();
  return written;
}

function makeSheet(
  session: Session,
  { names }: StandingRegister,
  entries: StandingRegister["entries"],
  language: Language,
): void {
  const plan = registerSheet(entries, language);
  const sheet = session.workbook.worksheets.add(freeName(plan, names));
  writePlan(sheet, plan, new Map(), new Lists().reference);
  for (const range of limitRanges(entries.length)) {
    const { dataValidation } = rangeOf(sheet, range);
    dataValidation.rule = {
      decimal: { operator: "Between", formula1: -LARGEST_LIMIT, formula2: LARGEST_LIMIT },
    };
    // What is typed all the same is told in the pane, in better words than a rule has.
    dataValidation.errorAlert = {
      showAlert: true,
      style: "Warning",
      title: REGISTER_SHEET[language],
      message: "80 % · 1 200",
    };
  }
}
