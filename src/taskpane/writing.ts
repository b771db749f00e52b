import { createWriting } from "../live";
import { excelWriter } from "../workbook/writing";

/** Everything that writes into Excel: a chunk of its own, for nobody's first sight of the pane waits for it. */
export const writing = createWriting(excelWriter);
