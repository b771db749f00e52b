import {
  alerted,
  changed,
  charted,
  condition,
  edged,
  formatted,
  holding,
  inProtectedWorkbook,
  listed,
  long,
  nested,
  numbered,
  onPaper,
  onProtectedSheet,
  type Probe,
  prompted,
  tabled,
  text,
  typed,
} from "./probeKinds";

/** What Excel refuses: by its documentation or its own messages, none of it tried in an Excel. */
export const REFUSED: readonly Probe[] = [
  // Data validation.
  ["an error alert of 226 characters", alerted({ message: text(226) })],
  ["an alert's title of 33 characters", alerted({ title: text(33) })],
  ["an alert of no style", alerted({ style: "Fatal" as "Stop" })],
  ["a prompt of 256 characters", prompted(text(256), "")],
  ["a prompt's title of 33 characters", prompted("", text(33))],
  ["a list of 256 characters", listed(text(256))],
  ["an empty list", listed("")],
  ["a list on a sheet there is not", listed("=Listes!$A$1:$A$9")],
  ["a list of two dimensions", listed("=$A$1:$B$9")],
  ["a list whose formula is cut off", listed("=OFFSET($A$1")],
  ["a list whose formula has French separators", listed("=OFFSET($A$1;0;0)")],
  [
    "a list from a range of two dimensions",
    (sheet) => {
      sheet.getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange("C1:D3") },
      };
    },
  ],
  [
    "a custom rule that is no formula",
    (sheet) => {
      sheet.getRange("A1").dataValidation.rule = { custom: { formula: "=A1>" } };
    },
  ],
  [
    "a comparison between one number",
    (sheet) => {
      sheet.getRange("A1").dataValidation.rule = { wholeNumber: { operator: "Between", formula1: 1 } };
    },
  ],
  [
    "a comparison of no operator",
    (sheet) => {
      sheet.getRange("A1").dataValidation.rule = {
        wholeNumber: { operator: "About" as "Between", formula1: 1 },
      };
    },
  ],
  [
    "two rules at once",
    (sheet) => {
      sheet.getRange("A1").dataValidation.rule = {
        custom: { formula: "=TRUE" },
        list: { inCellDropDown: true, source: "a,b" },
      };
    },
  ],

  // Formulas.
  ["a formula of 8,193 characters", typed(long(8193))],
  ["a text of 256 characters in a formula", typed(`=LEN("${text(256)}")`)],
  ["calls 65 deep", typed(nested(65))],
  ["256 arguments", typed(`=SUM(${Array(256).fill("1").join(",")})`)],
  ["French separators", typed("=SUM(A1;B1)")],
  ["a bracket that stays open", typed("=SUM(A1")],
  ["a bracket that closes nothing", typed("=A1)")],
  ["a formula that ends in an operator", typed("=A1+")],
  ["a formula that begins with an operator", typed("=*A1")],
  ["two operators in a row", typed("=A1*/B1")],
  ["an empty pair of brackets", typed("=A1+()")],
  ["a text that stays open", typed('=LEN("a)')],
  ["a cell's text of 32,768 characters", holding(text(32_768))],

  // Conditional formats.
  ["a condition that is cut off", condition("=$A1=")],
  ["a condition with an open bracket", condition('=AND($A1="x"')],
  ["a condition in French", condition('=ET($A1="x";$B1=VRAI)')],
  ["a condition with an array constant", condition("=OR($A1={1,2})")],
  ["a condition on a table's column", condition("=Tableau1[CA]>0")],
  ["an empty condition", condition("")],
  [
    "a comparison with half a formula",
    (sheet) => {
      const format = sheet.getRange("A1").conditionalFormats.add("CellValue");
      format.cellValue.rule = { formula1: "=A1+", operator: "GreaterThan" };
    },
  ],
  [
    "a comparison of a format by no operator",
    (sheet) => {
      const format = sheet.getRange("A1").conditionalFormats.add("CellValue");
      format.cellValue.rule = { formula1: "=1", operator: "About" as "Between" };
    },
  ],
  [
    "a colour of a condition in French",
    (sheet) => {
      const { custom } = sheet.getRange("A1").conditionalFormats.add("Custom");
      custom.rule.formula = "=TRUE";
      custom.format.fill.color = "rouge";
    },
  ],
  [
    "a conditional format of no kind",
    (sheet) => void sheet.getRange("A1").conditionalFormats.add("Rainbow" as "Custom"),
  ],

  // Formats of cells.
  ["a column of a negative width", formatted({ columnWidth: -1 })],
  ["a column wider than 255 characters", formatted({ columnWidth: 1343 })],
  ["a row of a negative height", formatted({ rowHeight: -1 })],
  ["a row higher than 409 points", formatted({ rowHeight: 410 })],
  ["a font of no size", formatted({ font: { size: 0 } })],
  ["a font of 410 points", formatted({ font: { size: 410 } })],
  ["an indent of 251", formatted({ indentLevel: 251 })],
  ["a negative indent", formatted({ indentLevel: -1 })],
  ["a fill in French", formatted({ fill: { color: "rouge" } })],
  ["a colour of three digits", formatted({ font: { color: "#12" } })],
  ["a colour as a function", formatted({ font: { color: "rgb(1,2,3)" } })],
  ["a border of no style", edged({ style: "Wavy" as "Dash" })],
  ["a border of no weight", edged({ weight: "Fat" as "Thin" })],
  ["a border of no colour", edged({ color: "ink" })],
  ["an alignment there is not", formatted({ horizontalAlignment: "Middle" as "Left" })],
  ["the French word for General", numbered("Standard")],
  ["a number format whose text stays open", numbered('0 "€')],
  ["a number format of five parts", numbered("0;0;0;@;0")],

  // Charts.
  ["a chart of no type", charted("Camembert")],
  ["a chart of an empty type", charted("")],
  ["a chart changed to no type", charted("Line", { chartType: "Curve" as "Line" })],
  ["a chart of a negative width", charted("Line", { width: -1 })],
  ["a chart on a protected sheet", onProtectedSheet(charted("Line")), "AccessDenied"],

  // Paper.
  ["a paper there is not", onPaper({ paperSize: "A7" as "A4" })],
  ["an orientation there is not", onPaper({ orientation: "Square" as "Portrait" })],
  ["a zoom of 1,000 per cent", onPaper({ zoom: { scale: 1000 } })],
  ["a zoom of 9 per cent", onPaper({ zoom: { scale: 9 } })],
  ["a negative count of pages", onPaper({ zoom: { horizontalFitToPages: -1 } })],
  ["a page break at the first row", (sheet) => void sheet.horizontalPageBreaks.add("A1")],
  ["a page break at the first column", (sheet) => void sheet.verticalPageBreaks.add("A1")],
  ["a paper on a protected sheet", onProtectedSheet(onPaper({ paperSize: "A4" })), "AccessDenied"],
  [
    "a print area on a protected sheet",
    onProtectedSheet((sheet) => sheet.pageLayout.setPrintArea("A1:B2")),
    "AccessDenied",
  ],
  [
    "panes on a protected sheet",
    onProtectedSheet((sheet) => sheet.freezePanes.freezeRows(1)),
    "AccessDenied",
  ],
  [
    "panes let go on a protected sheet",
    onProtectedSheet((sheet) => sheet.freezePanes.unfreeze()),
    "AccessDenied",
  ],
  ["a negative count of frozen rows", (sheet) => sheet.freezePanes.freezeRows(-1)],

  // Sheets.
  ["a sheet's name of 32 characters", changed({ name: text(32) })],
  ["a colour of a sheet's tab in French", changed({ tabColor: "rouge" })],
  ["a position beyond the last sheet", changed({ position: 9 })],
  ["a sheet deleted in a protected workbook", inProtectedWorkbook((sheet) => sheet.delete()), "AccessDenied"],
  [
    "a sheet hidden in a protected workbook",
    inProtectedWorkbook(changed({ visibility: "Hidden" })),
    "AccessDenied",
  ],
  ["a sheet renamed in a protected workbook", inProtectedWorkbook(changed({ name: "Mien" })), "AccessDenied"],
  ["a sheet moved in a protected workbook", inProtectedWorkbook(changed({ position: 0 })), "AccessDenied"],
  [
    "a sheet copied in a protected workbook",
    inProtectedWorkbook((sheet) => void sheet.copy()),
    "AccessDenied",
  ],
  [
    "a tab coloured in a protected workbook",
    inProtectedWorkbook(changed({ tabColor: "red" })),
    "AccessDenied",
  ],
  [
    "a sheet added to a protected workbook",
    inProtectedWorkbook((_sheet, { worksheets }) => void worksheets.add()),
    "AccessDenied",
  ],

  // Names and tables.
  ["a name of 256 characters", (sheet, { names }) => void names.add(text(256), sheet.getRange("A1"))],
  ["a name that is an address", (sheet, { names }) => void names.add("CA2024", sheet.getRange("A1"))],
  ["a name's comment of 256 characters", (_sheet, { names }) => void names.add("n", "=1", text(256))],
  ["a name for half a formula", (_sheet, { names }) => void names.add("n", "=1+")],
  ["a table of no style", tabled({ style: "TableStyleLight99" })],
  ["a table's name with a blank", tabled({ name: "Mes ventes" })],
  ["a table's name of 256 characters", tabled({ name: text(256) })],
  [
    "a table over merged cells",
    (sheet) => {
      sheet.getRange("D2:E2").merge();
      sheet.tables.add("D1:E3", true);
    },
    "InvalidOperation",
  ],
  [
    "a table over another",
    (sheet) => {
      sheet.tables.add("D1:E3", true);
      sheet.tables.add("E1:F3", true);
    },
    "InvalidOperation",
  ],
];

/** Next to each limit, what Excel still takes; and what it takes although one would not think so. */
export const ACCEPTED: readonly Probe[] = [
  ["an error alert of 225 characters", alerted({ message: text(225), title: text(32) })],
  ["a prompt of 255 characters", prompted(text(255), text(32))],
  ["a list of 255 characters", listed(text(255))],
  ["a list in a column", listed("=Feuil1!$A$1:$A$9")],
  ["a list in a whole column", listed("=$B:$B")],
  ["a list by formula", listed("=OFFSET($A$1,0,0)")],
  ["a formula of 8,192 characters", typed(long(8192))],
  ["a text of 255 characters in a formula", typed(`=LEN("${text(255)}")`)],
  ["calls 64 deep", typed(nested(64))],
  ["an array constant with rows", typed("=SUM({1,2;3,4})")],
  ["arguments left out", typed("=KPI.CA(,,)")],
  ["signs in a row", typed("=A1*-1--2%")],
  ["a spilled range and an implicit one", typed("=SUM(A1#)+@B1:B3")],
  ["a sheet's name with brackets, a table's column with blanks", typed("='L''an (1'!A1+T[[#All],[Mon CA]]")],
  ["a condition", condition('=AND($A1="x;y",$B1>=2)')],
  ["a row of 409 points", formatted({ rowHeight: 409 })],
  ["a column of 255 characters", formatted({ columnWidth: 1342.5 })],
  ["an indent of 250", formatted({ indentLevel: 250 })],
  ["a colour by its HTML name", formatted({ fill: { color: "RebeccaPurple" } })],
  ["a number format with euros", numbered('#,##0.0 [$€-40C];[Red]-#,##0 "k€"')],
  ["a zoom of 400 per cent", onPaper({ zoom: { scale: 400 } })],
  ["no limit of pages down", onPaper({ zoom: { horizontalFitToPages: 1 } })],
  ["a sheet's name of 31 characters", changed({ name: text(31) })],
  ["zero frozen rows", (sheet) => sheet.freezePanes.freezeRows(0)],
  ["a cell written in a protected workbook", inProtectedWorkbook(holding("1"))],
  ["a table's totals", tabled({ showTotals: true })],
];
