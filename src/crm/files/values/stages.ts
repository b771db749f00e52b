import { plainWord } from "./plainWord";

const WON =
  /(^| )(won|gagnee?s?|signee?s?|fermee? gagnee?|closed won|conclue?s?|remportee?s?|accepted|acceptee?s?)( |$)/;
const LOST =
  /(^| )(lost|perdue?s?|abandonnee?s?|fermee? perdue?|closed lost|annulee?s?|cancell?ed|refusee?s?|rejected|disqualified)( |$)/;

/** The meaning of an opportunity's stage: `Closed Won`, `Fermée gagnée`, `5 - Perdu`. Undefined while it is open. */
export function stageMeaning(stage: string): "won" | "lost" | undefined {
  const word = plainWord(stage);
  if (LOST.test(word)) return "lost";
  return WON.test(word) ? "won" : undefined;
}
