import { formatRectangle } from "../../../src/sales/a1";
import { contains } from "../../../src/sales/rectangle";
import type { GridRange } from "../../grid/contract";
import { flag } from "../arguments";
import type { Book } from "../book";
import type { ValidationState } from "../bookState";
import type { HostObject } from "../objectModel";
import { rangeKey } from "./rangeFormat";
import { RULE_KINDS, readAlert, readPrompt, readRule } from "./validationRules";

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
      Type: { read: () => RULE_KINDS[kind() ?? ""] ?? "None" },
      Rule: {
        read: () => found()?.rule ?? {},
        write: (value) =>
          change((state) => {
            state.rule = readRule(book, range, value);
          }),
      },
      ErrorAlert: {
        read: () => found()?.errorAlert ?? null,
        write: (value) =>
          change((state) => {
            state.errorAlert = readAlert(value);
          }),
      },
      Prompt: {
        read: () => found()?.prompt ?? null,
        write: (value) =>
          change((state) => {
            state.prompt = readPrompt(value);
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

function publish(book: Book, state: ValidationState): void {
  const list = state.rule.list as { readonly source: string } | undefined;
  if (!list) return;
  const items = list.source.startsWith("=")
    ? { formula: list.source }
    : list.source.split(",").map((item) => item.trim());
  const strict = state.errorAlert?.showAlert !== false && (state.errorAlert?.style ?? "Stop") === "Stop";
  book.grid.setValidationList({ range: state.range, items, strict });
}
