import { judged, type Probe, type Scratch, told, within } from "./probe";

/** Enters a formula and waits for its answer; answers the cell's value. */
async function entered({ session, sheet, patienceMs }: Scratch, formula: string): Promise<unknown> {
  const cell = sheet.getRange("A1");
  cell.formulas = [[formula]];
  await session.sync();
  let value: unknown;
  await within(patienceMs, async () => {
    cell.load("values");
    await session.sync();
    value = cell.values[0]![0];
    return value !== "#BUSY!" && value !== "#GETTING_DATA" && value !== "";
  });
  return value;
}

/** Calculates the sheet anew; true when one of our functions was asked once more. */
async function isAskedAgain({ session, sheet, callsMade, patienceMs }: Scratch): Promise<boolean> {
  const before = callsMade();
  sheet.calculate(true);
  await session.sync();
  return within(patienceMs, async () => callsMade() > before);
}

/** Decision 1: `Worksheet.calculate(true)` has Excel ask a KPI cell again, nothing it refers to having changed. */
export const calculate: Probe = async (scratch) => {
  const value = await entered(scratch, "=KPI.MAJ()");
  if (typeof value !== "number") return judged(false, `KPI.MAJ() is ${String(value)}`);
  const again = await isAskedAgain(scratch);
  return judged(again, again ? "asked again" : "not asked again");
};

/** Cells in error that a full calculation leaves out are entered again by the add-in: both answers will do. */
export const calculateErrors: Probe = async (scratch) => {
  const value = await entered(scratch, '=KPI.OBJECTIF("VIGIE?","region","2024")');
  const again = await isAskedAgain(scratch);
  return told(
    `${String(value).startsWith("#") ? value : typeof value}: ${again ? "asked again" : "left out"}`,
  );
};

/** The short name of a KPI is one that Excel takes, and so is the long one, which our own sheets use. */
export const shortName: Probe = async (scratch) => {
  const short = await entered(scratch, "=KPI.CA()");
  const long = await entered(scratch, "=KPI.CHIFFREAFFAIRES()");
  const kind = (value: unknown) => (value === "#NAME?" ? "#NAME?" : "known");
  return judged(long !== "#NAME?" && short !== "#NAME?", `CA ${kind(short)}, CHIFFREAFFAIRES ${kind(long)}`);
};
