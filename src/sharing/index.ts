/** Workbooks as files: whole ones, and copies for a scope. */
export {
  COPY_KINDS,
  type CopyFile,
  type CopyKind,
  type CopyOptions,
  copyFile,
  cutCopy,
  type PlannedCopy,
  planCopies,
} from "./copies";
export { type AsShown, workbookModel } from "./workbookModel";
