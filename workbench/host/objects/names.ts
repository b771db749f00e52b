import type { SheetId } from "../../grid/contract";
import { flag, optional, text } from "../arguments";
import type { Book } from "../book";
import type { NameState } from "../bookState";
import { assertFormula } from "../formulaRules";
import { withinLength } from "../limits";
import type { HostObject } from "../objectModel";
import { isHostObject } from "../objectModel";
import { OfficeError } from "../officeError";
import { rangeAt } from "../rangeWalk";
import { assertDefinedName } from "../sheetNames";
import { collection, sameName } from "./collection";

/** The names of the workbook, or of one sheet. */
export function nameCollection(book: Book, sheet?: SheetId): HostObject {
  const own = () => book.names.filter((name) => name.sheet === sheet);
  return collection({
    type: "NamedItemCollection",
    key: `names/${sheet ?? ""}`,
    items: () => own().map(book.make.name),
    find: (key) => {
      const found = own().find((name) => sameName(name.name, key));
      return found && book.make.name(found);
    },
    methods: {
      Add: (given, reference, comment) => {
        const name = text(given, "name");
        const taken = [
          ...own().map((item) => item.name),
          ...[...book.tables.values()].map((table) => table.name),
        ];
        assertDefinedName(name, taken);
        const state: NameState = {
          name,
          refersTo: refersTo(book, reference),
          visible: true,
          comment: withinLength("nameComment", optional(comment, text, "comment") ?? "", "comment"),
          ...(sheet === undefined ? {} : { sheet }),
        };
        book.names.push(state);
        book.publishName(state);
        return book.make.name(state);
      },
    },
  });
}

/** A Range, the text of a reference (with or without `=`), or a formula or constant. */
function refersTo(book: Book, reference: unknown): NameState["refersTo"] {
  if (isHostObject(reference) && reference.range) return reference.range;
  if (typeof reference !== "string") return `=${String(reference)}`;
  try {
    return rangeAt(book, reference, book.grid.activeSheet());
  } catch {
    // Not a reference, so a formula or a constant.
    const formula = reference.startsWith("=") ? reference : `="${reference.replaceAll('"', '""')}"`;
    assertFormula(formula);
    return formula;
  }
}

export function nameObject(book: Book, state: NameState): HostObject {
  const range = () => (typeof state.refersTo === "string" ? null : book.make.range(state.refersTo));
  return {
    type: "NamedItem",
    key: `name/${state.sheet ?? ""}/${state.name}`,
    id: { _Id: state.name },
    scalars: {
      _Id: { read: () => state.name },
      Name: { read: () => state.name },
      Type: { read: () => (typeof state.refersTo === "string" ? constantType(state.refersTo) : "Range") },
      Value: { read: () => constantValue(`=${book.refersTo(state)}`, typeof state.refersTo !== "string") },
      Formula: {
        read: () => `=${book.refersTo(state)}`,
        write: (value) => {
          state.refersTo = refersTo(book, value);
          book.publishName(state);
        },
      },
      Scope: { read: () => (state.sheet === undefined ? "Workbook" : "Worksheet") },
      Visible: {
        read: () => state.visible,
        write: (value) => {
          state.visible = flag(value, "visible");
        },
      },
      Comment: {
        read: () => state.comment,
        write: (value) => {
          state.comment = withinLength("nameComment", text(value, "comment"), "comment");
        },
      },
    },
    links: {
      Worksheet: () => book.make.worksheet(state.sheet ?? ""),
      WorksheetOrNullObject: () => (state.sheet === undefined ? null : book.make.worksheet(state.sheet)),
    },
    methods: {
      Delete: () => book.dropName(state),
      GetRange: () => {
        const found = range();
        if (!found) throw new OfficeError("InvalidOperation", `The name ${state.name} is not a range.`);
        return found;
      },
      GetRangeOrNullObject: range,
    },
  };
}

const constantType = (formula: string) =>
  /^="/.test(formula)
    ? "String"
    : /^=-?[\d.]+$/.test(formula)
      ? "Double"
      : /^=#/.test(formula)
        ? "Error"
        : "String";

function constantValue(formula: string, isRange: boolean): unknown {
  if (isRange) return formula.slice(1);
  if (/^=-?[\d.]+$/.test(formula)) return Number(formula.slice(1));
  return /^=".*"$/s.test(formula) ? formula.slice(2, -1).replaceAll('""', '"') : formula;
}
