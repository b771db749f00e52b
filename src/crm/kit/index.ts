/** Pieces that every source is made with: `src/crm/README.md` shows how. */

export { invalidAnswer, strangerAt } from "./answers";
export { changesLost } from "./changeFeed";
export { type MarkRules, readMark, writeMark } from "./changeMark";
export {
  type Content,
  type Granted,
  grantedOf,
  isMissing,
  type Refusal,
  tablesOf,
  unlessMissing,
} from "./contents";
export { CrmClock } from "./crmClock";
export { inParallel } from "./inParallel";
export type { Measures, Summed } from "./measures";
export { connectionOptions, DATA_DATE, httpSource, type Network } from "./network";
export { dataDateOption, parseOptions } from "./options";
export { type RowSpec, type RowsOf, rowsBy, type Touch } from "./part";
export { identified, idOf, originIn, placeAfter, readRecords, recordId } from "./records";
export { regionOf } from "./region";
export { connectionTo } from "./source";
export { NO_PRODUCT, NOBODY, standIn } from "./standIns";
export { inBatches, type PartReading, type Recount } from "./tableReading";
export { TOKEN_OPTIONS, tokenField, tokensFrom } from "./token";
export { type DayOfMoment, daysIn, todayIn } from "./zonedDay";
