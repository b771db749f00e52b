import { failed, type Result } from "../../sales/failure";
import type { Finding } from "../../workbook";
import { diagnosing } from "../lazy";
import type { Diagnosis, DiagnosisId, DiagnosisOptions } from "./index";

/** Tries the Excel at hand; each finding is told as it comes. */
export type DiagnosisService = (
  onFinding: (finding: Finding<DiagnosisId>) => void,
) => Promise<Result<Diagnosis>>;

/** The diagnosis, loaded with the first one; what it throws is a failure too. */
export const createDiagnosis =
  (options: DiagnosisOptions): DiagnosisService =>
  async (onFinding) => {
    const part = await diagnosing();
    if (!part.ok) return part;
    return part.value.runDiagnosis(options, onFinding).catch(() => failed("internal"));
  };
