const MOST_MINOR = 30;
const SETS = [
  "SharedRuntime",
  "CustomFunctionsRuntime",
  "DialogApi",
  "RibbonApi",
  "KeyboardShortcuts",
] as const;

/** The Excel at hand, as it names itself: `PC · 16.0.19328 · fr-FR/fr-FR · ExcelApi 1.17 · …`. */
export function environment(): string {
  const { diagnostics, displayLanguage, contentLanguage, requirements } = Office.context;
  const youngest = (set: string) => {
    let minor = 0;
    while (minor < MOST_MINOR && requirements.isSetSupported(set, `1.${minor + 1}`)) minor++;
    return minor === 0 ? `${set} –` : `${set} 1.${minor}`;
  };
  return [
    diagnostics?.platform ?? "?",
    diagnostics?.version ?? "?",
    `${displayLanguage}/${contentLanguage}`,
    ...["ExcelApi", ...SETS].map(youngest),
  ].join(" · ");
}
