import {
  COMPANY_SETTINGS,
  type CompanySettings,
  readSetting,
  SETTING_IDS,
  type SettingId,
  settingText,
} from "../kpi";
import { failed, failure, type Result, success } from "../sales/failure";
import { foldName } from "../sales/fold";
import type { Language } from "../sales/text";
import type { KeptReading } from "./parse";
import { textOf } from "./readers";
import type { Cell, Cells, KeptTable } from "./table";

/** One setting of the company; `help` is for people. */
export interface SettingRow {
  readonly id: SettingId;
  readonly value: number;
  readonly help?: undefined;
}

/** The sheet "Réglages": one row a setting. */
export const SETTINGS: KeptTable<SettingRow> = {
  name: "Vigie_Reglages",
  title: { fr: "Réglages", en: "Settings" },
  help: {
    fr: "À vous : une actualisation n'y touche jamais. Un réglage sans ligne garde sa valeur habituelle.",
    en: "Yours: a refresh never touches it. A setting without a row keeps its usual value.",
  },
  columns: {
    id: { caption: { fr: "Réglage", en: "Setting" }, width: 48, isRequired: true, read: readId },
    value: {
      caption: { fr: "Valeur", en: "Value" },
      width: 14,
      isRequired: true,
      format: "General",
      read: readValue,
    },
    help: { caption: { fr: "Ce qu'il change", en: "What it changes" }, width: 70 },
  },
  invalid: "setting-invalid",
  unique: {
    field: "id",
    failure: (id) => failure("row-duplicate-id", { value: labelOf(id as SettingId, "fr") }),
  },
  write: ({ id, value }, language) => ({
    id: labelOf(id, language),
    value: settingText(id, value, language),
    help: COMPANY_SETTINGS[id].help[language],
  }),
  spareRows: 20,
  isWrapped: true,
};

/** The rows of all settings, the usual value where none is given. */
export const settingRows = (settings: Partial<CompanySettings>): readonly SettingRow[] =>
  SETTING_IDS.map((id) => ({ id, value: settings[id] ?? COMPANY_SETTINGS[id].usual }));

/** The settings that the rows give; a row with something wrong gives none. */
export const settingsIn = ({ rows }: Pick<KeptReading<SettingRow>, "rows">): Partial<CompanySettings> =>
  Object.fromEntries(rows.flatMap(({ value }) => (value ? [[value.id, value.value]] : [])));

const labelOf = (id: SettingId, language: Language): string => COMPANY_SETTINGS[id].label[language];

function readId(cell: Cell | undefined): Result<SettingId> {
  const typed = foldName(textOf(cell));
  const id = SETTING_IDS.find((one) =>
    [one, ...Object.values(COMPANY_SETTINGS[one].label)].map(foldName).includes(typed),
  );
  const possible = SETTING_IDS.map((one) => labelOf(one, "fr"));
  return id ? success(id) : failed("row-bad-choice", { value: textOf(cell), column: "Réglage", possible });
}

/** An empty value is the usual one. */
function readValue(cell: Cell | undefined, row: Cells<keyof SettingRow>): Result<number> {
  const id = readId(row.id);
  if (!id.ok) return success(0);
  return cell === undefined ? success(COMPANY_SETTINGS[id.value].usual) : readSetting(id.value, cell);
}
