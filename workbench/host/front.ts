import type { Behaviours } from "./behaviours";
import { OfficeError, type OfficeErrorCode } from "./officeError";

type Refusals = Readonly<Record<string, OfficeErrorCode>>;

/** Microsoft's list, by class and member: setting the property, or calling the method, is refused. */
const WHILE_BEHIND: Refusals = {
  "Worksheet.Gridlines": "GeneralException",
  "WorksheetFreezePanes.FreezeAt": "GeneralException",
  "WorksheetFreezePanes.FreezeColumns": "GeneralException",
  "WorksheetFreezePanes.FreezeRows": "GeneralException",
  "WorksheetFreezePanes.GetLocation": "GeneralException",
  "WorksheetFreezePanes.GetLocationOrNullObject": "GeneralException",
  "WorksheetFreezePanes.Unfreeze": "GeneralException",
  "Worksheet.Activate": "GeneralException",
  "Range.Select": "GeneralException",
  "Workbook.GetActiveCell": "InvalidSelection",
  "Workbook.GetSelectedRange": "InvalidSelection",
};

/** Mended, as Microsoft says, in builds 13127 and 13328. */
const IN_OLDER_EXCEL: Refusals = {
  "WorksheetCollection.Add": "GeneralException",
  "Worksheet.Delete": "InvalidSelection",
};

/** The workbook the person looks at: this one, or another one in front of it. */
export class Front {
  private now: Behaviours["workbookInFront"];

  constructor(first: Behaviours["workbookInFront"]) {
    this.now = first;
  }

  get isThis(): boolean {
    return this.now === "this";
  }

  bring(which: Behaviours["workbookInFront"]): void {
    this.now = which;
  }

  /** Refuses what Excel refuses to do to a workbook that is not in front. */
  check(type: string, member: string): void {
    if (this.isThis) return;
    const name = `${type}.${member}`;
    const code = WHILE_BEHIND[name] ?? (this.now === "other" ? undefined : IN_OLDER_EXCEL[name]);
    if (code) throw new OfficeError(code, `Another workbook is in front: ${name}.`);
  }
}
