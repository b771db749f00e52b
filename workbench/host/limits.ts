import { invalidArgument } from "./officeError";

interface Limit {
  readonly least?: number;
  readonly most: number;
  readonly unit: string;
  /** The page of Microsoft that says so. */
  readonly source: string;
}

const SPECIFICATIONS = "support.microsoft.com: Excel specifications and limits";
const REFERENCE = "office-js reference";
const XLSB = "[MS-XLSB] 2.5.37 DValStrings";

/** Excel's limits: one line each, with its source. */
export const LIMITS = {
  cellText: { most: 32_767, unit: "characters", source: SPECIFICATIONS },
  formula: { most: 8192, unit: "characters", source: SPECIFICATIONS },
  formulaText: { most: 255, unit: "characters", source: `${SPECIFICATIONS}; text values in formulas` },
  formulaNesting: { most: 64, unit: "levels", source: SPECIFICATIONS },
  formulaArguments: { most: 255, unit: "arguments", source: SPECIFICATIONS },
  validationMessage: { most: 225, unit: "characters", source: `${XLSB}, strError` },
  validationTitle: { most: 32, unit: "characters", source: `${XLSB}, strErrorTitle, strPromptTitle` },
  validationPrompt: { most: 255, unit: "characters", source: `${XLSB}, strPrompt` },
  validationList: { most: 255, unit: "characters", source: `${REFERENCE}: ListDataValidation.source` },
  nameComment: { most: 255, unit: "characters", source: "support.microsoft.com: Define and use names" },
  indent: { least: 0, most: 250, unit: "steps", source: `${REFERENCE}: RangeFormat.indentLevel` },
  rowHeight: { least: 0, most: 409.5, unit: "points", source: `${SPECIFICATIONS}: 409 points` },
  // 255 characters of 7 pixels and 5 pixels of padding: Calibri 11, 96 pixels an inch.
  columnWidth: { least: 0, most: 1342.5, unit: "points", source: `${SPECIFICATIONS}: 255 characters` },
  fontSize: { least: 1, most: 409, unit: "points", source: "Excel's own message: between 1 and 409 points" },
  seriesName: { most: 255, unit: "characters", source: `${REFERENCE}: ChartSeries.name` },
  printScale: { least: 10, most: 400, unit: "per cent", source: `${REFERENCE}: PageLayoutZoomOptions.scale` },
  pagesFitted: { least: 0, most: 32_767, unit: "pages", source: "ECMA-376 18.3.1.63 fitToWidth" },
  pageBreaks: { most: 1026, unit: "page breaks", source: SPECIFICATIONS },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

/** Refuses with InvalidArgument what Excel refuses; answers the number itself. */
export function withinLimit(name: LimitName, value: number, what: string): number {
  const limit: Limit = LIMITS[name];
  if (value < (limit.least ?? Number.NEGATIVE_INFINITY) || value > limit.most)
    throw invalidArgument(`${what}: ${limit.least ?? 0} to ${limit.most} ${limit.unit}, not ${value}.`);
  return value;
}

/** Refuses a text that is too long; answers the text itself. */
export function withinLength(name: LimitName, value: string, what: string): string {
  withinLimit(name, value.length, what);
  return value;
}
