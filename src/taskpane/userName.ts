import { oneLine } from "../sales/fold";
import { type KeptText, keptText } from "./webStorage";

/** A person's name, shown to colleagues who wait for this person's refresh. Empty while unknown. */
export type UserName = KeptText;

const KEY = "vigie.userName";
/** Enough for any name, and it must fit in a sentence. */
const LONGEST_NAME = 80;

export const tidyName = (name: string): string => oneLine(name).slice(0, LONGEST_NAME);

/** A name that outlives the pane. */
export function storedUserName(storage: () => Storage): UserName {
  const kept = keptText(storage, KEY);
  return { read: kept.read, write: (given) => kept.write(tidyName(given)) };
}
