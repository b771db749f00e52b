/** The part of the workbook room that only the page "Diffuser" needs: a chunk of its own. */
export { openCopy, readShown } from "../workbook";
