import { createEngine } from "../../src/kpi/engine";
import { type RegisterEntry, registryOf } from "../../src/kpi/register/entry";
import type { DataScope } from "../../src/kpi/scope/resolve";
import type { SalesData } from "../../src/sales/tables";
import type { Target } from "../../src/sales/targets";
import type { CopiesService } from "../../src/taskpane/copies";
import type { PaneState } from "../../src/taskpane/state";
import { canSaveFiles, openCopy, readShown } from "../../src/workbook";
import { provenance, states } from "./doubles";
import { untouched } from "./registerDouble";
import { renderPane } from "./rendering";

/** The page "Diffuser" over a workbook with this data, in the real Excel services of the moment. */
export function renderSharePage(
  data: SalesData,
  targets: readonly Target[] = [],
  changes: Partial<CopiesService> = {},
  entries: readonly RegisterEntry[] = untouched.register.entries,
) {
  const source = createEngine(data, { targets, registry: registryOf(entries) });
  const inForce = { ...untouched, data, targets, source, register: { ...untouched.register, entries } };
  const state: PaneState = { ...states.again, provenance, page: "share" };
  return renderPane(state, {
    copies: { inForce: () => inForce, shown: readShown, open: openCopy, canSave: canSaveFiles, ...changes },
  });
}

export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, "base64"));

export const region = (...regions: string[]): DataScope => ({ regions });
