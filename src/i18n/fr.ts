import { alertsFr } from "./alerts.fr";
import { paneFr } from "./pane.fr";
import { reconcileFr } from "./reconcile.fr";
import { registerFr } from "./register.fr";
import { remarksFr } from "./remarks.fr";
import { settingsFr } from "./settings.fr";
import { shareFr } from "./share.fr";

/** Every interface text in French, by room. English (`en.ts`) must have the same keys. */
export const fr = {
  pane: paneFr,
  alerts: alertsFr,
  reconcile: reconcileFr,
  register: registerFr,
  remarks: remarksFr,
  settings: settingsFr,
  share: shareFr,
  cli: {
    counts: "{{table}} — chargées : {{rows}}, écartées : {{rejected}}",
    total: "Total — chargées : {{rows}}, écartées : {{rejected}}. Données au {{date}}.",
    sourceIncomplete: "La source csv demande un dossier ou un fichier : --source csv:DOSSIER",
    rejected: "{{table}} · {{origin}} : {{reason}}",
    told: "Note · {{sentence}}",
    toCheck: "À vérifier · {{sentence}}",
    rejectedReason: "{{table}} · {{times}} × {{reason}}",
    rejectedWritten: "Lignes écartées : {{file}} ({{rows}})",
    moreRejected: "{{table}} · et {{more}} de plus",
    built: "Classeur écrit : {{file}} ({{sheets}} feuilles, {{kilobytes}} Ko)",
    requestsBuilt:
      "Requêtes écrites : {{file}} ({{requests}} requêtes en {{batches}} lots, {{kilobytes}} Ko)",
    commandMissing: "Quelle commande ? eval, check, build ou share. `--help` les décrit.",
    commandUnknown: "La commande « {{command}} » n'existe pas : eval, check, build ou share.",
    optionMissing: "L'option {{option}} est obligatoire.",
    optionUnknown: "L'option « {{option}} » n'existe pas ou n'a pas sa valeur. `--help` les décrit.",
    argumentExtra: "L'argument « {{argument}} » est de trop.",
    dateInvalid: "« {{value}} » n'est pas une date. Attendu : AAAA-MM-JJ, par exemple 2026-11-23.",
    languageInvalid: "La langue « {{value}} » n'est pas connue : fr ou en.",
    copyInProgress: "Copie {{number}} sur {{count}} : {{scope}}",
    copyWritten: "Copie écrite : {{file}} ({{scope}}, {{sheets}} feuilles, {{kilobytes}} Ko)",
    copyWithout: "{{scope}} : sans {{kpis}}, dont le calcul nomme des membres hors de ce périmètre.",
    scopeMissing:
      "Quel périmètre ? Par exemple --scope region=Nord ; plusieurs --scope donnent plusieurs copies.",
    scopeInvalid:
      "Le périmètre « {{value}} » n'est pas compris. Attendu : region=NOM ou commercial=NOM, réunis par « ; » dans une même copie.",
    shareKind: "Copie figée ou vivante ? Ajoutez --frozen ou --live, l'un des deux.",
    fileUnwritable: "Le fichier « {{file}} » ne peut pas être écrit.",
  },
} as const;
