import { formatRectangle, quoteSheet } from "../../../src/sales/a1";
import { contains } from "../../../src/sales/rectangle";
import type { GridRange } from "../../grid/contract";
import { flag } from "../arguments";
import type { Book } from "../book";
import type { ValidationState } from "../bookState";
import type { HostObject } from "../objectModel";
import { isHostObject } from "../objectModel";
import { invalidArgument } from "../officeError";
import { rangeKey } from "./rangeFormat";

type Rule = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** `range.dataValidation`: lists are shown by the grid; other rules are stored and not enforced. */
export function dataValidation(book: Book, range: GridRange): HostObject {
  const found = () =>
    book.validations.findLast((item) => item.range.sheet === range.sheet && contains(item.range, range));
  const change = (alter: (state: ValidationState) => void) => {
    book.assertWritable(range);
    let state = book.validations.find(
      (item) => item.range.sheet === range.sheet && formatRectangle(item.range) === formatRectangle(range),
    );
    if (!state) {
      state = { range, rule: {}, ignoreBlanks: true };
      book.validations.push(state);
    }
    alter(state);
    const changed = state;
    book.later(`validation ${rangeKey(range)}`, () => publish(book, changed));
  };
  const kind = () => Object.keys(found()?.rule ?? {})[0];
  return {
    type: "DataValidation",
    key: `${rangeKey(range)}/DataValidation`,
    scalars: {
      Type: { read: () => KINDS[kind() ?? ""] ?? "None" },
      Rule: {
        read: () => found()?.rule ?? {},
        write: (value) =>
          change((state) => {
            state.rule = readRule(book, value);
          }),
      },
      ErrorAlert: {
        read: () => found()?.errorAlert ?? null,
        write: (value) =>
          change((state) => {
            state.errorAlert = value as Rule;
          }),
      },
      Prompt: {
        read: () => found()?.prompt ?? null,
        write: (value) =>
          change((state) => {
            state.prompt = value as Rule;
          }),
      },
      IgnoreBlanks: {
        read: () => found()?.ignoreBlanks ?? true,
        write: (value) =>
          change((state) => {
            state.ignoreBlanks = flag(value, "ignoreBlanks");
          }),
      },
      Valid: { read: () => null },
    },
    methods: {
      Clear: () => {
        book.assertWritable(range);
        for (const state of [...book.validations])
          if (state.range.sheet === range.sheet && contains(range, state.range))
            book.validations.splice(book.validations.indexOf(state), 1);
        book.grid.clearValidation(range);
      },
    },
  };
}

/** One kind of rule only. A list's source may be a Range: it becomes the text of a reference. */
function readRule(book: Book, value: unknown): Rule {
  const rule = Object.fromEntries(
    Object.entries((value ?? {}) as Rule).filter(([, part]) => part !== null && part !== undefined),
  );
  const kinds = Object.keys(rule);
  if (kinds.length !== 1 || !KINDS[kinds[0] ?? ""]) throw invalidArgument("A validation has one rule.");
  const list = rule.list as Rule | undefined;
  if (!list) return rule;
  const source = list.source;
  if (isHostObject(source) && source.range) {
    const { range } = source;
    return {
      list: {
        ...list,
        source: `=${quoteSheet(book.grid.sheetName(range.sheet))}!${formatRectangle(range, true)}`,
      },
    };
  }
  if (typeof source !== "string" || source === "") throw invalidArgument("A list has a source.");
  if (!source.startsWith("=") && source.length > 255)
    throw invalidArgument("A list written out has at most 255 characters.");
  return rule;
}

function publish(book: Book, state: ValidationState): void {
  const list = state.rule.list as { readonly source: string } | undefined;
  if (!list) return;
  const items = list.source.startsWith("=")
    ? { formula: list.source }
    : list.source.split(",").map((item) => item.trim());
  const strict = state.errorAlert?.showAlert !== false && (state.errorAlert?.style ?? "Stop") === "Stop";
  book.grid.setValidationList({ range: state.range, items, strict });
}
