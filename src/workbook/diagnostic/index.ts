import { FailureError, type Result } from "../../sales/failure";
import { inWorkbook } from "../office/session";
import { calculate, calculateErrors, shortName } from "./calculation";
import { apostrophe, changeEvent, speed, spillParent, storedName, textCell } from "./cells";
import { chartGuess, chartSeries, panes, paper, repaint } from "./drawing";
import { limits } from "./limits";
import { codeOf, type Finding, type Probe, type Verdict } from "./probe";

export { environment } from "./environment";
export type { Finding, Verdict };

/** Assumptions that nobody could try in an Excel, one probe each, in the order they run. */
const PROBES = {
  apostrophe,
  textCell,
  spillParent,
  storedName,
  changeEvent,
  calculate,
  calculateErrors,
  shortName,
  chartSeries,
  chartGuess,
  panes,
  paper,
  repaint,
  limits,
  speed,
} as const satisfies Readonly<Record<string, Probe>>;

export type ProbeId = keyof typeof PROBES;
export const PROBE_IDS = Object.keys(PROBES) as ProbeId[];

const PATIENCE_MS = 5_000;

export interface DiagnoseOptions {
  readonly callsMade: () => number;
  /** Default: 5 s for each answer of Excel's calculation. */
  readonly patienceMs?: number;
  readonly onFinding?: (finding: Finding<ProbeId>) => void;
}

/**
 * Runs every probe on a sheet of its own, which is deleted each time: nothing of the workbook is read or changed. A probe
 * that Excel stops is a finding with Excel's code. Fails as Excel does where no sheet can be added at all.
 */
export const diagnose = ({
  callsMade,
  onFinding,
  patienceMs = PATIENCE_MS,
}: DiagnoseOptions): Promise<Result<Finding<ProbeId>[]>> =>
  inWorkbook(async (session) => {
    const findings: Finding<ProbeId>[] = [];
    for (const id of PROBE_IDS) {
      const sheet = session.workbook.worksheets.add();
      await session.sync();
      const finding = { id, ...(await run(PROBES[id], { session, sheet, callsMade, patienceMs })) };
      sheet.delete();
      await session.sync();
      findings.push(finding);
      onFinding?.(finding);
    }
    return findings;
  });

async function run(probe: Probe, scratch: Parameters<Probe>[0]): Promise<Omit<Finding, "id">> {
  try {
    return await probe(scratch);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    return { verdict: "other", found: codeOf(error) };
  }
}
