import { writing } from "../../src/taskpane/lazy";
import { excelWorkbook } from "../../src/workbook";

/** The spreadsheet that the pane puts behind `live/`, loaded as the pane loads it. */
export const excel = { workbook: excelWorkbook, writing };
