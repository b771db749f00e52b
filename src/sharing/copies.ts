import { formatsOf, textsOf } from "../i18n";
import { type DataScope, resolveScope } from "../kpi";
import type { WorkbookContents } from "../live";
import { type Result, success } from "../sales/failure";
import type { Circulation, SalesData } from "../sales/tables";
import type { Language } from "../sales/text";
import type { WorkbookModel } from "../xlsx";
import { fileNames, frozenCopy, writeWorkbook } from "../xlsx";
import { type ScopedContents, scopeContents } from "./scopeContents";
import { type AsShown, workbookModel } from "./workbookModel";

/** One copy to be made. */
export interface PlannedCopy {
  /** Empty: everything. */
  readonly scope: DataScope;
  /** The scope as people read it: `Nord`, `Nord, Sud, Est…`, `Nord, Martin (17)`. */
  readonly label: string;
  /** Unique within the plan: `Vigie-Nord.xlsx`. */
  readonly fileName: string;
}

/** `frozen`: values alone, for anyone. `live`: formulas and hidden data, for readers with the add-in. */
export const COPY_KINDS = ["frozen", "live"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

const isEverything = ({ regions = [], salespeople = [] }: DataScope): boolean =>
  regions.length + salespeople.length === 0;

/**
 * One copy per scope; scopes that mean the same give one. Fails with `member-unknown` at the first scope that names
 * nobody known.
 */
export function planCopies(
  data: SalesData,
  scopes: readonly DataScope[],
  language: Language,
): Result<readonly PlannedCopy[]> {
  const planned = new Map<string, Omit<PlannedCopy, "fileName">>();
  for (const scope of scopes) {
    if (isEverything(scope)) {
      planned.set("", { scope, label: textsOf("share", language)("everything") });
      continue;
    }
    const resolved = resolveScope(data, scope);
    if (!resolved.ok) return resolved;
    const { regions, salespeople, label } = resolved.value;
    const key = JSON.stringify(
      [regions, salespeople].map((codes) => codes && [...codes].sort((a, b) => a - b)),
    );
    if (!planned.has(key)) planned.set(key, { scope, label });
  }
  const copies = [...planned.values()];
  const names = fileNames(copies.map(({ label }) => label));
  return success(copies.map((copy, index) => ({ ...copy, fileName: names[index]! })));
}

/** The contents of one copy, and nothing else. Fails with `scope-empty` {scope} when no row belongs to it. */
export function cutCopy(original: WorkbookContents, { scope }: PlannedCopy): Result<ScopedContents> {
  const all = { ...original, data: uncirculated(original.data) };
  return isEverything(scope) ? success({ ...all, leftOut: [] }) : scopeContents(all, scope);
}

/** Removes the circulation of an earlier copy: a copy of a copy shows its own. */
function uncirculated(data: SalesData): SalesData {
  const { circulated: _, ...provenance } = data.provenance;
  return { ...data, provenance };
}

export interface CopyOptions extends AsShown {
  readonly kind: CopyKind;
  readonly language: Language;
  /** The person and time of the circulation: a live copy shows them, and asks before it is refreshed. */
  readonly circulation: Omit<Circulation, "scope">;
}

/** A copy as a file. */
export interface CopyFile extends Pick<PlannedCopy, "label" | "fileName"> {
  readonly bytes: Uint8Array;
  /** Sheets that a person sees. */
  readonly sheets: number;
  /** Own indicators that it does without: their calculation names members outside the scope. */
  readonly leftOut: readonly string[];
}

/** One copy, computed from its own rows alone (see `cutCopy`). Throws FailureError. */
export async function copyFile(
  planned: PlannedCopy,
  { leftOut, ...own }: ScopedContents,
  options: CopyOptions,
): Promise<CopyFile> {
  const model =
    options.kind === "live" ? await liveModel(planned, own, options) : await frozenModel(own, options);
  await options.breathe?.();
  // The source's own name may tell where it is.
  const bytes = await writeWorkbook({ ...model, title: `Vigie · ${planned.label}` });
  const sheets = model.sheets.filter(({ visibility }) => visibility === "visible").length;
  return { label: planned.label, fileName: planned.fileName, bytes, sheets, leftOut };
}

function liveModel(
  { scope, label }: PlannedCopy,
  { data, ...rest }: WorkbookContents,
  { circulation, ...options }: CopyOptions,
): Promise<WorkbookModel> {
  const circulated: Circulation = { ...circulation, ...(!isEverything(scope) && { scope: label }) };
  const marked = { ...data, provenance: { ...data.provenance, circulated } };
  return workbookModel({ ...rest, data: marked }, { ...options, formulas: "kept" });
}

async function frozenModel(own: WorkbookContents, options: CopyOptions): Promise<WorkbookModel> {
  const model = await workbookModel(own, { ...options, formulas: "frozen" });
  const date = formatsOf(options.language).day(own.data.provenance.dataDate);
  return frozenCopy(model, textsOf("share", options.language)("dataAsOf", { date }));
}
