import type { BetterSide, KpiDefinition, Unit } from "../kpi";
import type { Cells } from "./table";
import type { TypedLimits } from "./thresholds";

/** What a row of the register is about: a KPI, or an own indicator whose calculation may be wrong. */
export type RegisteredKpi = Pick<KpiDefinition, "id" | "better">;

/** What a row's cells are read as; the name, calculation, unit and better side only count for an own indicator. */
export interface RegisterValues extends TypedLimits {
  readonly kpi: RegisteredKpi;
  readonly name: string;
  readonly shown: boolean;
  readonly objective: string;
  readonly targetSource: string;
  readonly onEquilibre: string;
  readonly onAnticipation: string;
  readonly onAlerte: string;
  readonly user: string;
  readonly calculation: string;
  readonly unit: Unit | undefined;
  readonly better: BetterSide;
}
export type RegisterField = keyof RegisterValues;
export type RegisterCells = Cells<RegisterField>;
