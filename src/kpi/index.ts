/**
 * KPIs as the rest of Vigie sees them: declarations, questions and answers, the engine, the register, alerts, scopes.
 */
export { AGEING_IN_WORDS } from "./ageing";
export {
  ACTION_STATE_LABELS,
  ACTION_STATES,
  type ActionItem,
  type ActionState,
  actionState,
  isOpen,
  isOverdue,
  nextActionId,
} from "./alerts/action";
export {
  type Attention,
  type Pause,
  pauseOf,
  type Signature,
  seenBy,
  stillNeeded,
  withAttention,
} from "./alerts/attention";
export type { TierChange } from "./alerts/changes";
export { earlyRule, windowLabel } from "./alerts/earlyRules";
export {
  type AlertHistory,
  lastMonday,
  openAlerts,
  remember,
  sinceLastMonday,
  sinceLastRefresh,
  tierBefore,
} from "./alerts/history";
export { type Observed, observeTiers } from "./alerts/observe";
export { observeEarly } from "./alerts/observeEarly";
export { scopeActions, scopeAlerts } from "./alerts/scopeAlerts";
export {
  faceOf,
  isEarly,
  type KpiFace,
  type Observation,
  queryOf,
  type Standing,
  type Subject,
  subjectKey,
} from "./alerts/standing";
export { gapOf } from "./alerts/urgency";
export {
  COMPANY_SETTINGS,
  type CompanySettings,
  readSetting,
  SETTING_IDS,
  type SettingId,
  settingChoices,
  settingText,
} from "./companySettings";
export {
  type AxisId,
  DIMENSION_IDS,
  type DimensionId,
  type Family,
  type KpiDefinition,
  type TableKpiDefinition,
  type Unit,
} from "./definition";
export { BALANCEAGEE } from "./definitions/balanceagee";
export { CA } from "./definitions/ca";
export { CLIENTSACTIFS } from "./definitions/clientsactifs";
export { CLIENTSPERDUS } from "./definitions/clientsperdus";
export { COMMANDES } from "./definitions/commandes";
export { DSO } from "./definitions/dso";
export { ENCOURS } from "./definitions/encours";
export { ENCOURSECHU } from "./definitions/encoursechu";
export { ENTRANTS } from "./definitions/entrants";
export { LEADSCHAUDS } from "./definitions/leadschauds";
export { LEADSCREES } from "./definitions/leadscrees";
export { MARGE } from "./definitions/marge";
export { MONTANTCOMMANDES } from "./definitions/montantcommandes";
export { NOUVEAUXCLIENTS } from "./definitions/nouveauxclients";
export { OPPORTUNITES } from "./definitions/opportunites";
export { PANIERMOYEN } from "./definitions/paniermoyen";
export { PANIERWEB } from "./definitions/panierweb";
export { PIPE } from "./definitions/pipe";
export { PIPEBRUT } from "./definitions/pipebrut";
export { RATIOVISITES } from "./definitions/ratiovisites";
export { RECLAMATIONS } from "./definitions/reclamations";
export { TAUXCLIC } from "./definitions/tauxclic";
export { TAUXMARGE } from "./definitions/tauxmarge";
export { TAUXOUVERTURE } from "./definitions/tauxouverture";
export { TAUXSIGNATURE } from "./definitions/tauxsignature";
export { TOPCLIENTS } from "./definitions/topclients";
export { VISITES } from "./definitions/visites";
export { AXES, isGrain, parseAxis, UNKNOWN_MEMBER } from "./dimensions";
export { createCalculator, createEngine, type KpiEngine } from "./engine";
export { lackWithKpis } from "./lacks";
export { isQuotient, isStock } from "./measures";
export { nearest } from "./nearest";
export { kpisNeeding } from "./needs";
export { completionAt, memberChoices } from "./own/complete";
export { codeOf, type OwnIndicator, ownIndicators } from "./own/indicators";
export { termName } from "./own/terms";
export { parsePeriod } from "./period";
export { defaultRegister } from "./register/defaults";
export { type RegisterEntry, registryOf, shownOf, thresholdsOf } from "./register/entry";
export { axesOf, KPIS, type KpiRegistry } from "./registry";
export { type DataScope, resolveScope } from "./scope/resolve";
export { scopeRegister } from "./scope/scopeRegister";
export { scopeSales } from "./scope/scopeSales";
export { shareWords } from "./seasons/dueShare";
export {
  DEFAULT_ALERT_ATTAINMENT,
  DEFAULT_SETTINGS,
  type KpiSettings,
  type TierThresholds,
} from "./settings";
export type {
  Answer,
  AnswersTo,
  AnswerTo,
  Aspect,
  DayRange,
  DirectSource,
  ExplainedTerm,
  Explanation,
  Filter,
  KpiRequest,
  KpiSource,
  MemberAnswer,
  Outlook,
  Pivot,
  Query,
  SpillTable,
} from "./source";
export { kinship } from "./stories/kinship";
export { stories } from "./stories/stories";
export type { Story } from "./stories/story";
export { withReasons } from "./stories/withReasons";
export { type BetterSide, TIER_FACES, TIERS, type Tier } from "./tier";
export type { Place, Reasons } from "./why/reasons";
export { whySentence } from "./why/sentence";
