import { createEngine } from "../../src/kpi/engine";
import { defaultRegister } from "../../src/kpi/register/defaults";
import { registryOf } from "../../src/kpi/register/entry";
import { DEFAULT_SETTINGS } from "../../src/kpi/settings";
import type { InForce } from "../../src/live/inForce";
import type { RegisterReading } from "../../src/live/readings";
import type { RegisterService } from "../../src/live/register";
import { success } from "../../src/sales/failure";
import { smallCompany } from "../functions/smallCompany";

/** A register nobody has touched, and the settings that go with it. */
export const untouched: Pick<InForce, "register" | "company" | "settings"> = {
  register: { entries: defaultRegister("fr"), problems: [], versions: [] },
  company: { settings: {}, fixed: {}, problems: [] },
  settings: DEFAULT_SETTINGS,
};

/** A register that takes what is saved, as the sheet does, remembering what was there. */
export function registerDouble(
  start: RegisterReading = untouched.register,
  changes: Partial<RegisterService> = {},
): RegisterService {
  let now = start;
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: async (entry) => {
      const before = now.entries.find(({ kpi }) => kpi === entry.kpi);
      now = {
        ...now,
        entries: before
          ? now.entries.map((one) => (one.kpi === entry.kpi ? entry : one))
          : [...now.entries, entry],
        versions: [
          ...(before
            ? [{ before, at: Date.UTC(2026, 10, 23, 8, 30) + now.versions.length * 60_000, by: "Ana" }]
            : []),
          ...now.versions,
        ],
      };
      for (const listener of listeners) listener();
      return success(undefined);
    },
    preview: async (entry) =>
      createEngine(smallCompany, { registry: registryOf([...now.entries, entry]) }).total({
        kpi: entry.kpi,
        period: "CUMUL",
        filters: [],
      }),
    members: (axis) => createEngine(smallCompany).members(axis),
    ...changes,
  };
}
