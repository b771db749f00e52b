import { z } from "zod";
import { readSetting, SETTING_IDS, type SettingId } from "../kpi";
import type { FixedSettings } from "../sales/tables";

const isSettingId = (id: string): id is SettingId => (SETTING_IDS as readonly string[]).includes(id);

/** `company` of the configuration: settings by id, each value as a person may type it in the sheet Réglages. */
export const companySettings = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .default({})
  .transform((given, context): FixedSettings => {
    const fixed: Record<string, string | number> = {};
    for (const [id, typed] of Object.entries(given)) {
      const read = isSettingId(id) ? readSetting(id, typed) : undefined;
      if (read?.ok) fixed[id] = read.value;
      else {
        const message = read ? String(read.failure.params.expected) : SETTING_IDS.join(", ");
        context.addIssue({ code: "custom", path: [id], message });
      }
    }
    return fixed;
  });
