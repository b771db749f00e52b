interface Behaviour {
  /** The first is what this host does of itself. */
  readonly choices: readonly [string, ...string[]];
  readonly about: string;
  readonly source: string;
}

/**
 * Behaviours of Excel that could not be tried here, or that differ between versions. Each may be chosen, and the add-in
 * has to work under every choice. `VIGIE_HOST=textMark=keeps,chartSeries=contents` chooses for a test run.
 */
export const BEHAVIOURS = {
  textMark: {
    choices: ["strips", "keeps"],
    about:
      "Whether the apostrophe before a text written into a cell of format @ is taken away or stays in the cell.",
    source: "No text of Microsoft's either way",
  },
  excelApi: {
    choices: ["1.15", "1.9"],
    about:
      "The ExcelApi version claimed: the youngest this office.js knows, or the oldest the manifest allows.",
    source: "office-js requirement sets",
  },
  chartSeries: {
    choices: ["captions", "contents"],
    about:
      "How a new chart finds its series: first row and column are captions, or as Excel guesses from what the cells hold at that moment.",
    source: "Microsoft Support: Create a chart; nothing in ChartCollection.add's reference says otherwise",
  },
  workbookInFront: {
    choices: ["this", "other", "otherInOlderExcel"],
    about:
      "Whether another workbook is in front: view, panes, activation and selection are refused, in older builds new and deleted sheets too.",
    source:
      "excel-add-ins-troubleshooting: API limitations when the active workbook switches; #771, #2196, #6365",
  },
  structure: {
    choices: ["open", "protected"],
    about:
      "Whether the workbook's structure is protected: sheets are neither added, removed, renamed nor hidden.",
    source: "office-js reference: WorkbookProtection",
  },
  cellEdit: {
    choices: ["never", "delays"],
    about:
      "Whether a person types in a cell at each request: one that said delayForCellEdit waits, any other is refused.",
    source: "office-js reference: Excel.RunOptions.delayForCellEdit",
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

type Name = keyof typeof BEHAVIOURS;
export type Behaviours = { readonly [K in Name]: (typeof BEHAVIOURS)[K]["choices"][number] };

const NAMES = Object.keys(BEHAVIOURS) as Name[];

/** All behaviours: those chosen, and the first choice of every other. */
export function behaviours(chosen: Partial<Behaviours> = {}): Behaviours {
  const first = Object.fromEntries(NAMES.map((name) => [name, BEHAVIOURS[name].choices[0]]));
  return { ...(first as Behaviours), ...chosen };
}

/** Each choice that is not this host's own, one at a time. */
export const OTHER_BEHAVIOURS: readonly Partial<Behaviours>[] = NAMES.flatMap((name) =>
  BEHAVIOURS[name].choices.slice(1).map((choice): Partial<Behaviours> => ({ [name]: choice })),
);

/** `textMark=keeps,excelApi=1.9`, as `parseBehaviours` reads it. */
export const behavioursText = (chosen: Partial<Behaviours>): string =>
  Object.entries(chosen)
    .map(([name, choice]) => `${name}=${choice}`)
    .join();

/** Throws on a name or a choice there is not: a run under a misspelt host would prove nothing. */
export function parseBehaviours(text = ""): Partial<Behaviours> {
  const chosen = text.split(",").filter(Boolean);
  return Object.fromEntries(
    chosen.map((part) => {
      const [name = "", choice = ""] = part.trim().split("=");
      const choices: readonly string[] = BEHAVIOURS[name as Name]?.choices ?? [];
      if (!choices.includes(choice))
        throw new Error(`VIGIE_HOST: ${part} is none of ${OTHER_BEHAVIOURS.map(behavioursText).join(" ")}`);
      return [name, choice];
    }),
  );
}
