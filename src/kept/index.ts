/** The tables that a person keeps in the workbook, as data: how they are laid out, read and written. */
export { ACTIONS, type ActionCells, type ActionValues, actionCells } from "./actions";
export {
  type CellProblem,
  type KeptReading,
  type Places,
  parseKept,
  presentCells,
  readFields,
  readRow,
} from "./parse";
export { keptSheet, rowCells } from "./plan";
export { LONGEST_TEXT } from "./readers";
export {
  entriesInForce,
  REGISTER,
  registerCells,
  registerTable,
  YES_NO,
} from "./register";
export type { RegisterCells, RegisterField, RegisterValues } from "./registerValues";
export { SETTINGS, settingRows, settingsIn } from "./settings";
export { type Cells, type FieldOf, fieldsOf, type KeptPlace, type KeptTable } from "./table";
export { TARGETS, targetsTable } from "./targets";
export { BASES, BASIS_LABELS } from "./thresholds";
