import { createWriting } from "../live";
import { excelWriter } from "../workbook/writing";

/** Everything that writes into Excel: a separate chunk, so that the first paint does not wait for it. */
export const writing = createWriting(excelWriter);
