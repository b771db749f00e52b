import { COMPANY_SETTINGS, type SettingId } from "../kpi";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import type { LiveData } from "./inForce";
import type { CompanyReading } from "./readings";
import type { LoadWriting } from "./writing";

/** The company's settings in force and a way to change them, for the page "Réglages". */
export interface CompanyService {
  /** Undefined while the workbook holds no data. */
  readonly now: () => CompanyReading | undefined;
  /** Calls back when `now` changed; answers the unsubscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Writes one setting into the sheet and puts it in force. Fails with `setting-fixed` where the administrator decides,
   * `setting-invalid` where the sheet's headings are gone, and as the workbook does.
   */
  readonly save: (id: SettingId, value: number) => Promise<Result<void>>;
}

export interface CompanyServiceOptions {
  readonly live: LiveData;
  readonly writing: LoadWriting;
  readonly language: Language;
}

export function createCompanyService({ live, writing, language }: CompanyServiceOptions): CompanyService {
  const now = () => live.now()?.company;
  return {
    now,
    subscribe: live.subscribe,
    save: async (id, value) => {
      if (now()?.fixed[id] !== undefined)
        return failed("setting-fixed", { setting: COMPANY_SETTINGS[id].label[language] });
      const writer = await writing();
      if (!writer.ok) return writer;
      const saved = await writer.value.saveSetting({ id, value }, { language });
      if (!saved.ok) return saved;
      await live.putAgain();
      return success(undefined);
    },
  };
}
