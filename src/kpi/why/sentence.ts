import type { Language } from "../../sales/text";
import type { Part, Place, Reasons } from "./reasons";

/** Writes a KPI's amount, and a share, as a language does. */
export interface Figures {
  readonly amount: (value: number) => string;
  readonly percent: (share: number) => string;
}

const nameOf = (place: Place): string => place.map(({ member }) => member).join(" × ");

/** A share above this makes no sense to say: the parts outweigh each other. */
const MOST_SHARE = 1.5;

const shareOf = ({ share }: Part, { percent }: Figures): string =>
  share > 0 && share <= MOST_SHARE ? ` (${percent(share)})` : "";

const WORDS = {
  fr: {
    short: (whole: string, gap: string, base: string) => `${whole} : ${gap} ${base}`,
    due: "par rapport à ce qui est dû à ce jour",
    year: "par rapport aux mêmes jours de l'an dernier",
    from: (causes: string) => ` ; surtout ${causes}`,
    within: (cause: string) => `, dont ${cause}`,
    nothing: " ; rien ne ressort : l'écart se répartit sur tous.",
    total: "Le total",
  },
  en: {
    short: (whole: string, gap: string, base: string) => `${whole}: ${gap} ${base}`,
    due: "against what is due by now",
    year: "against the same days last year",
    from: (causes: string) => `; mostly ${causes}`,
    within: (cause: string) => `, of which ${cause}`,
    nothing: "; nothing stands out: the gap is spread over all.",
    total: "The total",
  },
} as const;

/** The reasons in one sentence: `Sud : −1,17 M€ par rapport à ce qui est dû ; surtout Julien Renard −725 k€ (62 %), dont …`. */
export function whySentence(reasons: Reasons, figures: Figures, language: Language): string {
  const words = WORDS[language];
  const { filters, gap, compared, parts, within } = reasons;
  const head = words.short(nameOf(filters) || words.total, figures.amount(gap), words[compared]);
  const causes = parts.filter(({ kind }) => kind === "cause");
  if (causes.length === 0) return head + words.nothing;
  const told = causes.map(
    (part, at) =>
      `${nameOf(part.place)} ${figures.amount(part.amount)}${shareOf(part, figures)}` +
      (at === 0 && within
        ? words.within(`${nameOf(within.place.slice(1))} ${figures.amount(within.amount)}`)
        : ""),
  );
  return `${head}${words.from(told.join(" ; "))}.`;
}
