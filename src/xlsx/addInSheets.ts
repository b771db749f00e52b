/** The very hidden sheets through which a file and the add-in understand each other; free of the file writer. */
export { LISTS_SHEET, listStore } from "./lists";
export { readSpill, SPILLS_SHEET, type Spill, sameFormula, spilling } from "./spills";
