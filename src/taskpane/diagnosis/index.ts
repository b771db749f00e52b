import type { Result } from "../../sales/failure";
import { success } from "../../sales/failure";
import { diagnose, environment, type Finding, PROBE_IDS, type ProbeId } from "../../workbook";
import type { DialogHost } from "../signInDialog";
import { probeBrowser, WEB_PROBE_IDS, type WebProbeId } from "./web";

export type DiagnosisId = ProbeId | WebProbeId;
/** In the order they run: the browser's first, for a window may only open right after a click. */
export const DIAGNOSIS_IDS: readonly DiagnosisId[] = [...WEB_PROBE_IDS, ...PROBE_IDS];

/** Findings, and the text to send back. */
export interface Diagnosis {
  readonly findings: readonly Finding<DiagnosisId>[];
  readonly text: string;
}

export interface DiagnosisOptions {
  readonly host: DialogHost | undefined;
  readonly callsMade: () => number;
  readonly now: () => number;
}

/** Tries what nobody could try in an Excel. Changes nothing of the workbook. Fails as Excel does where no sheet can be added. */
export async function runDiagnosis(
  { host, callsMade, now }: DiagnosisOptions,
  onFinding: (finding: Finding<DiagnosisId>) => void,
): Promise<Result<Diagnosis>> {
  const browser = await probeBrowser(host, new URL("aide.html", location.href).href, onFinding);
  const excel = await diagnose({ callsMade, onFinding });
  if (!excel.ok) return excel;
  const findings = [...browser, ...excel.value];
  const lines = findings.map(({ id, verdict, found }) => `${id}: ${verdict}: ${found}`);
  const head = ["Vigie", new Date(now()).toISOString(), environment(), navigator.userAgent];
  return success({ findings, text: [...head, ...lines].join("\n") });
}
