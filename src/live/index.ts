/** The data in force and everything computed from it, as the other rooms use them. */
export type { CellProblem } from "../kept";
export { actionsAfter } from "./actionRows";
export type { AlertBook, AlertsUpdate, KeptAlerts, Recipients } from "./alertBook";
export { bookOf, rowsOf } from "./alertRecords";
export { type AlertsService, createAlertsService } from "./alerts";
export { type CompanyService, createCompanyService } from "./company";
export { calculatorOf, engineOf, registerOf, type WorkbookContents } from "./contents";
export { type CurrentData, currentData } from "./currentData";
export { planDashboards } from "./dashboards";
export type { CellExplanation } from "./explanation";
export { createLiveData, type InForce, type LiveData } from "./inForce";
export {
  type BuildRequest,
  createLiveWorkbook,
  type LiveWorkbook,
  type RefreshOutcome,
} from "./liveWorkbook";
export { createMappingMemory, type MappingMemory } from "./mappingMemory";
export type { NewSheet, OfKpis, SettingValue, WorkbookPort, WorkbookWriter } from "./ports";
export type {
  KeptProblems,
  RegisterReading,
  RegisterVersion,
  SettingsReading,
  TargetReading,
} from "./readings";
export { createLiveRegister, type RegisterService } from "./register";
export { memoryCells, memoryOf, type RegisterMemory, remembering } from "./registerMemory";
export {
  mappingCells,
  mappingsOf,
  type RememberedMapping,
  rememberingMappings,
} from "./rememberedMapping";
export type {
  DashboardReport,
  EditedDashboard,
  FrameSource,
  OnEdits,
  RefreshReport,
  TableReport,
} from "./reports";
export { createWriting, type LoadWriting } from "./writing";
