/** The part of the workbook room that only the page "Diffuser" needs: loaded with it, as a chunk. */
export { openCopy, readShown } from "../workbook";
