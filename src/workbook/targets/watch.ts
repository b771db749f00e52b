import type { Result } from "../../sales/failure";
import { sheetWatches } from "../office/watches";
import { findTargets } from "./find";

const watches = sheetWatches(findTargets);

/** Calls back after cells of the targets' sheet changed; see `SheetWatches`. */
export const watchTargets = (onChange: () => void): Promise<Result<() => Promise<void>>> =>
  watches.watch(onChange);

/** To be called when the targets' sheet was made anew. */
export const attachWatches = (): Promise<Result<void>> => watches.attach();
