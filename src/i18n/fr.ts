import { paneFr } from "./pane.fr";

/** Every interface text in French, by room. English (`en.ts`) must have the same keys. */
export const fr = {
  pane: paneFr,
  cli: {
    counts: "{{table}} — chargées : {{rows}}, écartées : {{rejected}}",
    total: "Total — chargées : {{rows}}, écartées : {{rejected}}. Données au {{date}}.",
    sourceIncomplete: "La source csv demande un dossier : --source csv:DOSSIER",
    rejected: "{{table}} · {{origin}} : {{reason}}",
    moreRejected: "{{table}} · et {{more}} de plus",
    built: "Classeur écrit : {{file}} ({{sheets}} feuilles, {{kilobytes}} Ko)",
    commandMissing: "Quelle commande ? eval, check ou build. `--help` les décrit.",
    commandUnknown: "La commande « {{command}} » n'existe pas : eval, check ou build.",
    optionMissing: "L'option {{option}} est obligatoire.",
    optionUnknown: "L'option « {{option}} » n'existe pas ou n'a pas sa valeur. `--help` les décrit.",
    argumentExtra: "L'argument « {{argument}} » est de trop.",
    dateInvalid: "« {{value}} » n'est pas une date. Attendu : AAAA-MM-JJ, par exemple 2026-11-23.",
    languageInvalid: "La langue « {{value}} » n'est pas connue : fr ou en.",
    fileUnwritable: "Le fichier « {{file}} » ne peut pas être écrit.",
  },
} as const;
