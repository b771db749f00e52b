import type { SalesData } from "../../sales/tables";

/** The data last read or written here; the pane holds it too, so nothing is kept that would go otherwise. */
let latest: { readonly generation: string; readonly data: SalesData } | undefined;

/** Caches a generation's data, so that a refresh by changes need not read it back. */
export function cacheGeneration(generation: string, data: SalesData): void {
  latest = { generation, data };
}

/** The generation that this runtime last read or wrote. */
export const seenGeneration = (): string | undefined => latest?.generation;

/** The data of a generation, if this runtime saw it last. */
export const cachedGeneration = (generation: string): SalesData | undefined =>
  latest?.generation === generation ? latest.data : undefined;
