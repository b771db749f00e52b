import { formatsOf } from "../i18n/formats";
import { textsOf } from "../i18n/texts";
import { type DataScope, resolveScope } from "../kpi/scope/resolve";
import { type ScopedSales, scopeSales } from "../kpi/scope/scopeSales";
import { type Result, success } from "../sales/failure";
import type { Circulation, SalesData } from "../sales/tables";
import type { Target } from "../sales/targets";
import type { Language } from "../sales/text";
import { fileNames } from "../xlsx/fileNames";
import { frozenCopy } from "../xlsx/frozenCopy";
import type { WorkbookModel } from "../xlsx/model";
import { type AsShown, workbookModel } from "./workbookModel";

/** One copy to be made. */
export interface PlannedCopy {
  /** Without any name: everything. */
  readonly scope: DataScope;
  /** What people read: `Nord`, `Nord, Sud, Est…`, `Nord, Martin (17)`. */
  readonly label: string;
  /** Unlike any other of the same plan: `Vigie-Nord.xlsx`. */
  readonly fileName: string;
}

/** `frozen`: values alone, for anyone. `live`: formulas and hidden data, for who has the add-in. */
export const COPY_KINDS = ["frozen", "live"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** What every copy is cut from. */
export interface Original {
  readonly data: SalesData;
  readonly targets: readonly Target[];
}

export const isEverything = ({ regions = [], salespeople = [] }: DataScope): boolean =>
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

/** The rows and targets of one copy alone. Fails with `scope-empty` {scope} when no row belongs to it. */
export const cutCopy = ({ data, targets }: Original, { scope, label }: PlannedCopy): Result<ScopedSales> =>
  isEverything(scope) ? success({ label, data, targets }) : scopeSales(data, targets, scope);

export interface CopyOptions extends AsShown {
  readonly kind: CopyKind;
  readonly language: Language;
  /** Who circulates it and when: a live copy says so, and is not refreshed without a question. */
  readonly circulation: Omit<Circulation, "scope">;
  /** The whole copy, rather than that of a part. */
  readonly isWhole: boolean;
}

/** The workbook of one copy, computed from its own rows alone. Throws FailureError. */
export async function copyModel(
  { label, data, targets }: ScopedSales,
  { kind, isWhole, circulation, ...options }: CopyOptions,
): Promise<WorkbookModel> {
  const scope = isWhole ? undefined : label;
  const provenance = { ...data.provenance, circulated: { ...circulation, ...(scope && { scope }) } };
  const contents = { data: kind === "live" ? { ...data, provenance } : data, targets };
  const model = await workbookModel(contents, {
    ...options,
    formulas: kind === "frozen" ? "frozen" : "kept",
  });
  // The source's own name may tell where it is.
  const titled = { ...model, title: `Vigie · ${label}` };
  if (kind === "live") return titled;
  const date = formatsOf(options.language).day(data.provenance.dataDate);
  return frozenCopy(titled, textsOf("share", options.language)("dataAsOf", { date }));
}
