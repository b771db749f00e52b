import type { SheetId } from "../../grid/contract";
import { flag, oneOf, optional, text } from "../arguments";
import type { Book } from "../book";
import type { HostObject } from "../objectModel";
import { itemNotFound, OfficeError } from "../officeError";
import { collection, sameName } from "./collection";
import { nameCollection } from "./names";
import { settingCollection, xmlPartCollection } from "./settings";
import { addSheet, visibleSheets } from "./sheetLife";
import { tableCollection } from "./tables";

/** The root of every request. */
export function workbookObject(book: Book): HostObject {
  const selected = () => book.make.range(book.grid.selection());
  const refuse = (what: string) => () => {
    throw new OfficeError("NotImplemented", `Workbook.${what} is not implemented by this host.`);
  };
  return {
    type: "Workbook",
    key: "workbook",
    scalars: {
      Name: { read: () => book.bags.read("workbook", "Name") ?? "Classeur1.xlsx" },
      ReadOnly: { read: () => false },
      AutoSave: { read: () => false },
      PreviouslySaved: { read: () => true },
    },
    links: {
      Worksheets: () => worksheetCollection(book),
      Names: () => nameCollection(book),
      Tables: () => tableCollection(book),
      Settings: () => settingCollection(book),
      CustomXmlParts: () => xmlPartCollection(book),
      Application: () => application(book),
      Protection: () => protection(book),
      _Runtime: () => runtime(book),
      Functions: refuse("functions"),
    },
    methods: {
      GetSelectedRange: selected,
      GetActiveCell: () => book.make.range({ ...book.grid.selection(), rows: 1, columns: 1 }),
      Save: () => book.hooks.onSave(),
      CreateAndOpenWorkbook: (base64) =>
        book.hooks.onCreateWorkbook(optional(base64, text, "base64") ?? null),
      GetIsActiveCollabSession: () => book.hooks.isShared(),
      _RemoveReference: (id) => book.release(text(id, "reference")),
      _RemoveAllReferences: () => book.releaseAll(),
      _GetReferenceCount: () => book.referenceCount(),
      _SetOsfControlContainerReadyForCustomFunctions: () => null,
    },
  };
}

function worksheetCollection(book: Book): HostObject {
  const of = (visibleOnly: unknown) => (visibleOnly === true ? visibleSheets(book) : book.grid.sheetIds());
  const sheet = (id: SheetId | undefined) => {
    if (id === undefined) throw itemNotFound("worksheet");
    return book.make.worksheet(id);
  };
  return collection({
    type: "WorksheetCollection",
    key: "worksheets",
    items: () => book.grid.sheetIds().map(sheet),
    find: (key) => {
      const id = book.grid
        .sheetIds()
        .find((other) => other === key || sameName(book.grid.sheetName(other), key));
      return id === undefined ? undefined : sheet(id);
    },
    methods: {
      Add: (name) => {
        book.assertStructure();
        return sheet(addSheet(book, optional(name, text, "name")));
      },
      GetActiveWorksheet: () => sheet(book.grid.activeSheet()),
      GetCount: (visibleOnly) => of(visibleOnly).length,
      GetFirst: (visibleOnly) => sheet(of(visibleOnly)[0]),
      GetLast: (visibleOnly) => sheet(of(visibleOnly).at(-1)),
    },
  });
}

const CALCULATIONS = ["Recalculate", "Full", "FullRebuild"] as const;
const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

function application(book: Book): HostObject {
  const key = "application";
  return {
    type: "Application",
    key,
    scalars: {
      CalculationMode: {
        read: () => book.bags.read(key, "CalculationMode") ?? "Automatic",
        write: (value) => book.bags.write(key, "CalculationMode", oneOf(value, MODES, "calculationMode")),
      },
      CalculationState: { read: () => "Done" },
      CalculationEngineVersion: { read: () => 191029 },
      DecimalSeparator: { read: () => (book.locale.startsWith("fr") ? "," : ".") },
      ThousandsSeparator: { read: () => (book.locale.startsWith("fr") ? "\u202f" : ",") },
      UseSystemSeparators: { read: () => true },
    },
    methods: {
      // Recalculate asks only what is out of date, which the grid does by itself.
      Calculate: (type) => {
        if (oneOf(type, CALCULATIONS, "calculationType") !== "Recalculate") book.recalculate();
      },
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
      CreateWorkbook: (base64) => {
        book.hooks.onCreateWorkbook(optional(base64, text, "base64") ?? null);
        return {
          type: "WorkbookCreated",
          key: "created",
          id: { Id: book.newId("created") },
          methods: { Open: () => null },
        };
      },
    },
  };
}

function protection(book: Book): HostObject {
  const key = "protection";
  return {
    type: "WorkbookProtection",
    key,
    scalars: { Protected: { read: () => book.isStructureProtected } },
    methods: {
      Protect: () => {
        book.isStructureProtected = true;
      },
      Unprotect: () => {
        book.isStructureProtected = false;
      },
    },
  };
}

function runtime(book: Book): HostObject {
  return {
    type: "Runtime",
    key: "runtime",
    scalars: {
      EnableEvents: {
        read: () => book.events.enabled,
        write: (value) => {
          book.events.enabled = flag(value, "enableEvents");
        },
      },
    },
  };
}
