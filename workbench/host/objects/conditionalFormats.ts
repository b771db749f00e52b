import type { GridConditionalFormat, GridRange } from "../../grid/contract";
import { flag, oneOf, text, whole } from "../arguments";
import type { Book } from "../book";
import type { ConditionalFormatState } from "../bookState";
import { color } from "../colors";
import { CONDITION_OPERATORS } from "../enumerations";
import { assertCondition } from "../formulaRules";
import type { HostObject } from "../objectModel";
import { collection } from "./collection";
import { rangeKey } from "./rangeFormat";

const TYPES = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;

/** The conditional formats that touch a range. */
export function conditionalFormatCollection(book: Book, range: GridRange): HostObject {
  const over = () => book.formatsOver(range);
  return collection({
    type: "ConditionalFormatCollection",
    key: `${rangeKey(range)}/ConditionalFormats`,
    items: () => over().map((format) => conditionalFormat(book, format)),
    find: (key) => {
      const found = over().find((format) => format.id === key);
      return found && conditionalFormat(book, found);
    },
    methods: {
      Add: (type) => {
        book.assertWritable(range);
        const state: ConditionalFormatState = {
          id: `{${book.newId("")}-CF00-0000-0000-000000000000}`,
          type: oneOf(type, TYPES, "type"),
          range,
          priority: 0,
          rule: {},
          face: {},
        };
        // A new format goes before the older ones.
        for (const other of over()) other.priority++;
        book.conditionalFormats.set(state.id, state);
        return conditionalFormat(book, state);
      },
      ClearAll: () => {
        book.assertWritable(range);
        for (const format of over()) book.removeConditionalFormat(format.id);
      },
    },
  });
}

/** Part → the type of format that has it. */
const PARTS: Readonly<Record<string, (typeof TYPES)[number]>> = {
  Custom: "Custom",
  TextComparison: "ContainsText",
  CellValue: "CellValue",
};

function conditionalFormat(book: Book, state: ConditionalFormatState): HostObject {
  const key = `sheet/${state.range.sheet}/format/${state.id}`;
  const part = (name: string): HostObject => partObject(book, state, name, `${key}/${name}`);
  const links = Object.entries(PARTS).flatMap(([name, type]) => [
    [name, () => part(name)] as const,
    [`${name}OrNullObject`, () => (state.type === type ? part(name) : null)] as const,
  ]);
  return {
    type: "ConditionalFormat",
    key,
    id: { Id: state.id },
    scalars: {
      Id: { read: () => state.id },
      Type: { read: () => state.type },
      Priority: {
        read: () => state.priority,
        write: (value) => {
          state.priority = whole(value, "priority");
        },
      },
      StopIfTrue: {
        read: () => book.bags.read(key, "StopIfTrue") ?? false,
        write: (value) => book.bags.write(key, "StopIfTrue", flag(value, "stopIfTrue")),
      },
    },
    links: Object.fromEntries(links),
    methods: {
      Delete: () => book.removeConditionalFormat(state.id),
      GetRange: () => book.make.range(state.range),
      GetRangeOrNullObject: () => book.make.range(state.range),
      GetRanges: () => book.make.areas([state.range]),
    },
  };
}

function partObject(book: Book, state: ConditionalFormatState, name: string, key: string): HostObject {
  const changed = () => book.later(`format ${state.id}`, () => publish(book, state));
  const face = (
    property: keyof ConditionalFormatState["face"],
    read: (value: unknown, what: string) => unknown,
  ) => ({
    read: () => state.face[property] ?? null,
    write: (value: unknown) => {
      state.face = { ...state.face, [property]: read(value, property) };
      changed();
    },
  });
  const rule = {
    read: () => book.bags.read(key, "Rule"),
    write: (value: unknown) => {
      state.rule = RULES[name]?.(value as Readonly<Record<string, unknown>>) ?? {};
      book.bags.write(key, "Rule", value);
      changed();
    },
  };
  const formula = {
    read: () => state.rule.formula ?? "",
    write: (value: unknown) => {
      const condition = asFormula(text(value, "formula"));
      assertCondition(condition);
      state.rule = { formula: condition };
      changed();
    },
  };
  const custom: HostObject = {
    type: "ConditionalFormatRule",
    key: `${key}/Rule`,
    scalars: { Formula: formula, FormulaLocal: formula },
  };
  const format: HostObject = {
    type: "ConditionalRangeFormat",
    key: `${key}/Format`,
    links: {
      Fill: () => ({
        type: "ConditionalRangeFill",
        key: `${key}/Format/Fill`,
        scalars: { Color: face("fill", color) },
      }),
      Font: () => ({
        type: "ConditionalRangeFont",
        key: `${key}/Format/Font`,
        scalars: { Color: face("color", color), Bold: face("bold", flag) },
      }),
    },
  };
  return {
    type: `${name}ConditionalFormat`,
    key,
    ...(name === "Custom" ? {} : { scalars: { Rule: rule } }),
    links: { Format: () => format, ...(name === "Custom" ? { Rule: () => custom } : {}) },
  };
}

const asFormula = (formula: string) => (formula.startsWith("=") ? formula : `=${formula}`);

/** A number, or a formula to compare with. */
function operand(value: unknown, what: string): string {
  if (typeof value === "number") return String(value);
  const given = text(value, what);
  if (given.startsWith("=")) assertCondition(given);
  return given;
}

/** Translates a rule object into the grid's terms. */
const RULES: Readonly<
  Record<string, (rule: Readonly<Record<string, unknown>>) => ConditionalFormatState["rule"]>
> = {
  TextComparison: (rule) => ({ containsText: text(rule.text, "text") }),
  CellValue: (rule) => ({
    cellValue: {
      operator: oneOf(rule.operator, CONDITION_OPERATORS, "operator"),
      formula1: operand(rule.formula1, "formula1"),
      ...(rule.formula2 === undefined || rule.formula2 === null
        ? {}
        : { formula2: operand(rule.formula2, "formula2") }),
    },
  }),
};

/** Shows the format once it says when it applies; an unfinished one shows nothing. */
function publish(book: Book, state: ConditionalFormatState): void {
  if (!book.conditionalFormats.has(state.id) || Object.keys(state.rule).length === 0) return;
  const format: GridConditionalFormat = { id: state.id, range: state.range, ...state.rule, ...state.face };
  book.grid.setConditionalFormat(format);
}
