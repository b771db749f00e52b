import type { SheetsRequest } from "./api";

/** The sheet on which the first hour's checks write; it is taken away again. */
export const CHECK_SHEET = "Vigie essai";

/** A chart, a rule with semicolons and a number format such as Vigie's, to see whether Google takes them. */
export const checkRequests = (sheetId: number): readonly SheetsRequest[] => [
  {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 3 },
      rows: [
        {
          values: [
            {
              userEnteredValue: { numberValue: 2_400_000 },
              userEnteredFormat: {
                numberFormat: {
                  type: "NUMBER",
                  pattern: '[>=1000000]"Objectif "0.0,, "M€";"Objectif "#,##0 €',
                },
              },
            },
          ],
        },
      ],
      fields: "userEnteredValue,userEnteredFormat",
    },
  },
  {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [{ sheetId, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 }],
        booleanRule: {
          condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: '=ISNUMBER(SEARCH("a";A1))' }] },
          format: { textFormat: { bold: true } },
        },
      },
    },
  },
];
