export type Work = (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void;
/** What is tried, and the code by which Excel refuses it: InvalidArgument where none is given. */
export type Probe = readonly [what: string, work: Work, code?: string];

/** What a person's protection would refuse, for the probe after it. */
export const onProtectedSheet =
  (work: Work): Work =>
  (sheet, workbook) => {
    sheet.protection.protect();
    work(sheet, workbook);
  };
export const inProtectedWorkbook =
  (work: Work): Work =>
  (sheet, workbook) => {
    const other = workbook.worksheets.add("Autre");
    workbook.protection.protect();
    work(other, workbook);
    void sheet;
  };

export const text = (length: number) => "x".repeat(length);
export const listed =
  (source: string): Work =>
  (sheet) => {
    sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source } };
  };
export const alerted =
  (alert: Partial<Excel.DataValidationErrorAlert>): Work =>
  (sheet) => {
    const { dataValidation } = sheet.getRange("A1");
    dataValidation.errorAlert = { message: "?", showAlert: true, style: "Stop", title: "!", ...alert };
  };
export const prompted =
  (message: string, title: string): Work =>
  (sheet) => {
    sheet.getRange("A1").dataValidation.prompt = { message, title, showPrompt: true };
  };
export const typed =
  (formula: string): Work =>
  (sheet) => {
    sheet.getRange("A1").formulas = [[formula]];
  };
export const holding =
  (value: string): Work =>
  (sheet) =>
    sheet.getRange("A1").set({ values: [[value]] });
export const condition =
  (formula: string): Work =>
  (sheet) => {
    sheet.getRange("A1:A3").conditionalFormats.add("Custom").custom.rule.formula = formula;
  };
export const formatted =
  (format: Excel.Interfaces.RangeFormatUpdateData): Work =>
  (sheet) =>
    sheet.getRange("A1:B2").format.set(format);
export const edged =
  (edge: Excel.Interfaces.RangeBorderUpdateData): Work =>
  (sheet) =>
    sheet.getRange("A1:B2").format.borders.getItem("EdgeTop").set(edge);
export const changed =
  (properties: Excel.Interfaces.WorksheetUpdateData): Work =>
  (sheet) =>
    sheet.set(properties);
export const numbered =
  (numberFormat: string): Work =>
  (sheet) => {
    sheet.getRange("A1").numberFormat = [[numberFormat]];
  };
export const charted =
  (type: string, then: Excel.Interfaces.ChartUpdateData = {}): Work =>
  (sheet) =>
    sheet.charts.add(type as Excel.ChartType, sheet.getRange("A1:B3")).set(then);
export const onPaper =
  (layout: Excel.Interfaces.PageLayoutUpdateData): Work =>
  (sheet) =>
    sheet.pageLayout.set(layout);
export const tabled =
  (table: Excel.Interfaces.TableUpdateData): Work =>
  (sheet) =>
    sheet.tables.add("D1:E3", true).set(table);
/** `=SUM(SUM(…1…))`, so many calls deep. */
export const nested = (levels: number) => `=${"SUM(".repeat(levels)}1${")".repeat(levels)}`;
/** `=1+1+…`, so many characters long. */
export const long = (length: number) => `=${"1+".repeat(length)}`.slice(0, length - 1).replace(/\+?$/, "1");
