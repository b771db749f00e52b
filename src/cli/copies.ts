import { functionCatalogue } from "../functions/catalogue";
import { formatsOf } from "../i18n/formats";
import { textsOf } from "../i18n/texts";
import { createEngine } from "../kpi/engine/createEngine";
import { KPIS } from "../kpi/registry";
import { type DataScope, resolveScope } from "../kpi/scope/resolve";
import { type ScopedSales, scopeSales } from "../kpi/scope/scopeSales";
import type { Collected } from "../sales/collect";
import { type Result, success } from "../sales/failure";
import { TABLE_NAMES } from "../sales/schema";
import type { Language } from "../sales/text";
import { fileNames } from "../xlsx/fileNames";
import { frozenCopy } from "../xlsx/frozenCopy";
import type { WorkbookModel } from "../xlsx/model";
import type { OpenSource } from "./source";
import { workbookModel } from "./workbookFile";

/** One copy to be made. */
export interface PlannedCopy extends ScopedSales {
  /** Unlike any other of the same plan: `Vigie-Nord.xlsx`. */
  readonly fileName: string;
}

export type CopyKind = "frozen" | "live";

/**
 * One copy per scope; scopes that mean the same give one. Fails as `scopeData` does at the first scope that cannot
 * be made, so that either all are or none.
 */
export function planCopies(
  { data, targets }: Pick<Collected, "data" | "targets">,
  scopes: readonly DataScope[],
): Result<readonly PlannedCopy[]> {
  const scoped = new Map<string, ScopedSales>();
  for (const scope of scopes) {
    const resolved = resolveScope(data, scope);
    if (!resolved.ok) return resolved;
    const { regions, salespeople } = resolved.value;
    const key = JSON.stringify(
      [regions, salespeople].map((codes) => codes && [...codes].sort((a, b) => a - b)),
    );
    if (scoped.has(key)) continue;
    const sales = scopeSales(data, targets, scope);
    if (!sales.ok) return sales;
    scoped.set(key, sales.value);
  }
  const copies = [...scoped.values()];
  const names = fileNames(copies.map(({ label }) => label));
  return success(copies.map((copy, index) => ({ ...copy, fileName: names[index]! })));
}

/** The workbook of one copy, computed from its scope's rows alone. Throws FailureError. */
export async function copyModel(
  { label, data, targets }: ScopedSales,
  kind: CopyKind,
  language: Language,
): Promise<WorkbookModel> {
  const open: OpenSource = {
    loaded: { data, targets, rejected: NONE_REJECTED },
    source: createEngine(data, { targets }),
    catalogue: functionCatalogue(KPIS.all),
  };
  const model = await workbookModel(open, kind === "frozen" ? "frozen" : "kept", language);
  // The source's own name may tell where it is.
  const titled = { ...model, title: `Vigie · ${label}` };
  if (kind === "live") return titled;
  const date = formatsOf(language).day(data.provenance.dataDate);
  return frozenCopy(titled, textsOf("cli", language)("dataAsOf", { date }));
}

/** Rows set aside are anyone's: a copy knows none. */
const NONE_REJECTED = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, { count: 0, sample: [] }]),
) as unknown as Collected["rejected"];
