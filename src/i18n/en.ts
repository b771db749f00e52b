import { alertsEn } from "./alerts.en";
import type { fr } from "./fr";
import { paneEn } from "./pane.en";
import { reconcileEn } from "./reconcile.en";
import { registerEn } from "./register.en";
import { remarksEn } from "./remarks.en";
import type { SameKeys } from "./sameKeys";
import { settingsEn } from "./settings.en";
import { shareEn } from "./share.en";

/** Every interface text in English, by room. */
export const en: SameKeys<typeof fr> = {
  pane: paneEn,
  alerts: alertsEn,
  reconcile: reconcileEn,
  register: registerEn,
  remarks: remarksEn,
  settings: settingsEn,
  share: shareEn,
  cli: {
    counts: "{{table}} — loaded: {{rows}}, set aside: {{rejected}}",
    total: "Total — loaded: {{rows}}, set aside: {{rejected}}. Data as of {{date}}.",
    sourceIncomplete: "The csv source needs a folder: --source csv:FOLDER",
    rejected: "{{table}} · {{origin}}: {{reason}}",
    told: "Note · {{sentence}}",
    toCheck: "To check · {{sentence}}",
    rejectedReason: "{{table}} · {{times}} × {{reason}}",
    rejectedWritten: "Rows set aside: {{file}} ({{rows}})",
    moreRejected: "{{table}} · and {{more}} more",
    built: "Workbook written: {{file}} ({{sheets}} sheets, {{kilobytes}} KB)",
    requestsBuilt:
      "Requests written: {{file}} ({{requests}} requests in {{batches}} batches, {{kilobytes}} KB)",
    commandMissing: "Which command? eval, check, build or share. `--help` describes them.",
    commandUnknown: "There is no command “{{command}}”: eval, check, build or share.",
    optionMissing: "The option {{option}} is required.",
    optionUnknown: "The option “{{option}}” does not exist or lacks its value. `--help` describes them.",
    argumentExtra: "The argument “{{argument}}” is one too many.",
    dateInvalid: "“{{value}}” is not a date. Expected: YYYY-MM-DD, for example 2026-11-23.",
    languageInvalid: "The language “{{value}}” is not known: fr or en.",
    copyInProgress: "Copy {{number}} of {{count}}: {{scope}}",
    copyWritten: "Copy written: {{file}} ({{scope}}, {{sheets}} sheets, {{kilobytes}} KB)",
    copyWithout: "{{scope}}: without {{kpis}}, whose calculation names members outside this scope.",
    scopeMissing: "Which scope? For example --scope region=Nord; several --scope give several copies.",
    scopeInvalid:
      "The scope “{{value}}” is not understood. Expected: region=NAME or salesperson=NAME, joined by “;” within one copy.",
    shareKind: "A frozen or a live copy? Add --frozen or --live, one of the two.",
    fileUnwritable: "The file “{{file}}” cannot be written.",
  },
};
