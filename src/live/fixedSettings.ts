import { type CompanySettings, readSetting, SETTING_IDS } from "../kpi";
import type { Provenance } from "../sales/tables";

/** The settings that the administrator fixed. One that this version does not know, or cannot read, is passed over. */
export function fixedIn({ fixedSettings = {} }: Pick<Provenance, "fixedSettings">): Partial<CompanySettings> {
  return Object.fromEntries(
    SETTING_IDS.flatMap((id) => {
      const given = fixedSettings[id];
      const read = given === undefined ? undefined : readSetting(id, given);
      return read?.ok ? [[id, read.value]] : [];
    }),
  );
}
