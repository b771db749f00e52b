import type { Book, ObjectMakers } from "../book";
import { areasObject } from "./areas";
import { chartCollection } from "./charts";
import { conditionalFormatCollection } from "./conditionalFormats";
import { dataValidation } from "./dataValidation";
import { nameObject } from "./names";
import { rangeObject } from "./range";
import { tableObject } from "./tables";
import { workbookObject } from "./workbook";
import { worksheetObject } from "./worksheet";

/** Every object with semantics, for the book that hands them out. */
export const objectMakers = (book: Book): ObjectMakers => ({
  workbook: () => workbookObject(book),
  worksheet: (id) => worksheetObject(book, id),
  range: (range, reference) => rangeObject(book, range, reference),
  areas: (ranges, reference) => areasObject(book, ranges, reference),
  table: (table) => tableObject(book, table),
  name: (name) => nameObject(book, name),
  conditionalFormats: (range) => conditionalFormatCollection(book, range),
  dataValidation: (range) => dataValidation(book, range),
  charts: (sheet) => chartCollection(book, sheet),
});
