import { TEXT_FORMAT } from "../../sales/typedText";
import { judged, type Probe, refusalOf, told, within } from "./probe";

const api = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);

/** The apostrophe before a text: taken away or kept, in a text cell and in a general one. */
export const apostrophe: Probe = async ({ session, sheet }) => {
  const cells = sheet.getRange("A1:A2");
  cells.numberFormat = [[TEXT_FORMAT], ["General"]];
  cells.values = [["'2024"], ["'2024"]];
  cells.load("values");
  await session.sync();
  const [text, general] = cells.values.map(([value]) =>
    value === "2024" ? "stripped" : String(typeof value),
  );
  return judged(general === "stripped", `@ ${text === "stripped" ? "stripped" : "kept"}, General ${general}`);
};

/** Tries that a date's look stays a text in a text cell without any mark. */
export const textCell: Probe = async ({ session, sheet }) => {
  const cells = sheet.getRange("A1:A3");
  cells.numberFormat = [[TEXT_FORMAT], [TEXT_FORMAT], [TEXT_FORMAT]];
  cells.values = [["2024-03"], ["mars 2024"], ["=1+1"]];
  cells.load("values,formulas");
  await session.sync();
  const kinds = cells.values.map(([value]) => typeof value);
  return judged(
    cells.values[0]![0] === "2024-03" && cells.values[2]![0] === "=1+1",
    `${kinds.join(", ")}; =: ${cells.values[2]![0] === "=1+1" ? "text" : "formula"}`,
  );
};

/** A formula entered through `formulas` fills the cells beside it, and its parent is found from one of them. */
export const spillParent: Probe = async ({ session, sheet, patienceMs }) => {
  sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
  const spilled = sheet.getRange("A3");
  await session.sync();
  const fills = await within(patienceMs, async () => {
    spilled.load("values");
    await session.sync();
    return spilled.values[0]![0] === 3;
  });
  if (!api("1.12")) return told(`spill ${fills ? "yes" : "no"}, getSpillParent missing`);
  const parent = spilled.getSpillParentOrNullObject();
  parent.load("address");
  await session.sync();
  const isFound = !parent.isNullObject && /!\$?A\$?1$/.test(parent.address);
  return judged(fills && isFound, `spill ${fills ? "yes" : "no"}, parent ${isFound ? "found" : "not found"}`);
};

/** A formula as `vigie build` stores it is known as ours: what a file holds becomes a call. */
export const storedName: Probe = async ({ session, sheet }) => {
  const cell = sheet.getRange("A1");
  const refusal = await refusalOf(session, () => {
    cell.formulas = [["=_xldudf_KPI_MAJ()"]];
  });
  if (refusal) return told(`typed: ${refusal}`);
  cell.load("formulas");
  await session.sync();
  return told(String(cell.formulas[0]![0]).startsWith("=KPI.") ? "read as KPI.MAJ" : "left as typed");
};

/** Excel tells the add-in of a cell that was written. */
export const changeEvent: Probe = async ({ session, sheet }) => {
  let heard: string | undefined;
  const handler = sheet.onChanged.add(async ({ source }) => {
    heard = source;
  });
  await session.sync();
  sheet.getRange("A1").values = [[1]];
  await session.sync();
  const isHeard = await within(3_000, async () => heard !== undefined);
  handler.remove();
  await session.sync();
  return judged(isHeard, heard ?? "nothing within 3 s");
};

/** The time a request takes, and one of 20,000 cells. */
export const speed: Probe = async ({ session, sheet }) => {
  const begun = performance.now();
  await session.sync();
  sheet.getRange("A1").load("values");
  await session.sync();
  const small = performance.now() - begun;
  const again = performance.now();
  sheet.getRange("A1:T1000").values = Array.from({ length: 1_000 }, (_, row) => Array(20).fill(row));
  await session.sync();
  return told(`${Math.round(small)} ms; 20000 cells ${Math.round(performance.now() - again)} ms`);
};
