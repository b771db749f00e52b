import { success } from "../../src/sales/failure";
import type { DiagnosisService } from "../../src/taskpane/diagnosis/service";
import type { Finding } from "../../src/workbook/diagnostic";

const FINDINGS = [
  { id: "dialog", verdict: "expected", found: "opened and closed" },
  { id: "cookies", verdict: "other", found: "none kept" },
  { id: "apostrophe", verdict: "expected", found: "@ stripped, General stripped" },
  { id: "paper", verdict: "other", found: "Landscape, A4, not fitted (scale 100)" },
  {
    id: "limits",
    verdict: "expected",
    found: "alert message 225: taken, 226: InvalidArgument; alert title 32: taken, 33: InvalidArgument",
  },
  { id: "speed", verdict: "told", found: "31 ms; 20000 cells 412 ms" },
] as const satisfies readonly Finding[];

/** A diagnosis in an Excel that keeps no cookie and fits no page. */
export const diagnosisDouble: DiagnosisService = async (onFinding) => {
  for (const finding of FINDINGS) onFinding(finding);
  const lines = FINDINGS.map(({ id, verdict, found }) => `${id}: ${verdict}: ${found}`);
  return success({ findings: FINDINGS, text: ["Vigie", "PC · 16.0.19328", ...lines].join("\n") });
};
