import type { CompanyService } from "../../src/live/company";
import type { CompanyReading } from "../../src/live/readings";
import { failed, success } from "../../src/sales/failure";

/** A company's settings that take what is saved, as the sheet does. */
export function companyDouble(
  start: CompanyReading = { settings: {}, fixed: {}, problems: [] },
  changes: Partial<CompanyService> = {},
): CompanyService {
  let now = start;
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: async (id, value) => {
      if (now.fixed[id] !== undefined) return failed("setting-fixed");
      now = { ...now, settings: { ...now.settings, [id]: value } };
      for (const listener of listeners) listener();
      return success(undefined);
    },
    ...changes,
  };
}
