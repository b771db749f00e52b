/** Conditional formats, validation lists and charts. */
import type { Grid, GridChart, GridConditionalFormat, GridRange } from "./contract";
import { type GridContext, toUniver } from "./univerContext";

/** Office.js operators → Univer's. */
const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

const ERROR_STOP = 1;
const ERROR_WARNING = 2;

function ruleOf(format: GridConditionalFormat): object {
  const style = {
    ...(format.fill ? { bg: { rgb: format.fill } } : {}),
    ...(format.color ? { cl: { rgb: format.color } } : {}),
    ...(format.bold ? { bl: 1 } : {}),
  };
  const highlight = { type: "highlightCell", style };
  if (format.containsText !== undefined) {
    return { ...highlight, subType: "text", operator: "containsText", value: format.containsText };
  }
  if (format.cellValue) {
    const operator = OPERATORS[format.cellValue.operator] ?? "equal";
    const first = numberOf(format.cellValue.formula1);
    const second = numberOf(format.cellValue.formula2 ?? "");
    if (first !== undefined && (!operator.endsWith("etween") || second !== undefined)) {
      return {
        ...highlight,
        subType: "number",
        operator,
        value: second === undefined ? first : [first, second],
      };
    }
    return { ...highlight, subType: "formula", value: comparison(format, operator) };
  }
  return { ...highlight, subType: "formula", value: format.formula ?? "=FALSE" };
}

function numberOf(formula: string): number | undefined {
  const text = formula.replace(/^=/, "").trim();
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  lessThan: "<",
  greaterThanOrEqual: ">=",
  lessThanOrEqual: "<=",
};

/** A comparison with something other than a number, as a formula on the range's first cell. */
function comparison(format: GridConditionalFormat, operator: string): string {
  const cell = `${columnName(format.range.column)}${format.range.row + 1}`;
  const first = (format.cellValue?.formula1 ?? "").replace(/^=/, "");
  const second = (format.cellValue?.formula2 ?? "").replace(/^=/, "");
  const between = `AND(${cell}>=${first},${cell}<=${second})`;
  if (operator === "between") return `=${between}`;
  if (operator === "notBetween") return `=NOT(${between})`;
  return `=${cell}${COMPARISONS[operator] ?? "="}${first}`;
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Calls back for charts as they come, change and go; the screen draws them. */
export interface ChartObserver {
  show(chart: GridChart): void;
  hide(sheet: string, id: string): void;
}

type Rules = Pick<
  Grid,
  | "setConditionalFormat"
  | "removeConditionalFormat"
  | "setValidationList"
  | "clearValidation"
  | "setChart"
  | "removeChart"
>;

export function rulesOf(
  context: GridContext,
  charts: Map<string, GridChart>,
  observer: () => ChartObserver | undefined,
): Rules {
  const { kit, unitId } = context;
  const model = context.injector.get(kit.conditionalFormatting.ConditionalFormattingRuleModel);
  let rules = 0;

  function clearValidation(range: GridRange): void {
    context.run(kit.dataValidation.ClearRangeDataValidationCommand.id, {
      unitId,
      subUnitId: range.sheet,
      ranges: [toUniver(range)],
    });
  }
  function removeConditionalFormat(sheet: string, id: string): void {
    if (!model.getRule(unitId, sheet, id)) return;
    context.run(kit.conditionalFormatting.DeleteConditionalRuleMutation.id, {
      unitId,
      subUnitId: sheet,
      cfId: id,
    });
  }

  return {
    setConditionalFormat(format) {
      const sheet = format.range.sheet;
      removeConditionalFormat(sheet, format.id);
      const ranges = [toUniver(format.range)];
      const rule = { cfId: format.id, ranges, stopIfTrue: false, rule: ruleOf(format) };
      context.run(kit.conditionalFormatting.AddConditionalRuleMutation.id, {
        unitId,
        subUnitId: sheet,
        rule,
      });
    },
    removeConditionalFormat,
    setValidationList(list) {
      clearValidation(list.range);
      rules += 1;
      const formula1 = "formula" in list.items ? list.items.formula : list.items.join(",");
      context.run(kit.dataValidation.AddSheetDataValidationCommand.id, {
        unitId,
        subUnitId: list.range.sheet,
        rule: {
          uid: `list_${rules}_${list.range.row}_${list.range.column}`,
          type: "list",
          formula1,
          ranges: [toUniver(list.range)],
          allowBlank: true,
          showErrorMessage: true,
          showDropDown: true,
          renderMode: 1,
          errorStyle: list.strict ? ERROR_STOP : ERROR_WARNING,
        },
      });
    },
    clearValidation,
    setChart(chart) {
      charts.set(`${chart.sheet} ${chart.id}`, chart);
      observer()?.show(chart);
    },
    removeChart(sheet, id) {
      if (charts.delete(`${sheet} ${id}`)) observer()?.hide(sheet, id);
    },
  };
}
