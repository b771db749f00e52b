import { holdsTier, type SheetPlan } from "../dashboard";
import { TIER_FACES } from "../kpi";
import { address } from "../sales/a1";
import type { SheetsRequest } from "./api";
import { apiColor } from "./cellData";
import { gridRange } from "./charts";
import { sheetsFormula } from "./formulas";

/** Rules of a sheet that a person types in: there the colours have to follow what is typed. */
export const keptRules = (
  sheetId: number,
  { conditionalFormats, numberRules = [] }: SheetPlan,
): readonly SheetsRequest[] => [
  ...conditionalFormats.map(({ range, tier, formula }, index) => ({
    addConditionalFormatRule: {
      index,
      rule: {
        ranges: [gridRange(sheetId, range)],
        booleanRule: {
          condition: custom(formula ?? holdsTier(address(range.row, range.column), tier)),
          format: {
            backgroundColorStyle: { rgbColor: apiColor(TIER_FACES[tier].fill) },
            textFormat: { foregroundColorStyle: { rgbColor: apiColor(TIER_FACES[tier].ink) } },
          },
        },
      },
    },
  })),
  ...numberRules.map(({ range, title, example }) => ({
    setDataValidation: {
      range: gridRange(sheetId, range),
      rule: {
        condition: custom(`=ISNUMBER(${address(range.row, range.column)})`),
        inputMessage: `${title} : ${example}`,
        strict: false,
      },
    },
  })),
];

/** Semicolons, which part arguments in every locale. */
const custom = (formula: string) => ({
  type: "CUSTOM_FORMULA" as const,
  values: [{ userEnteredValue: sheetsFormula(formula) }],
});
