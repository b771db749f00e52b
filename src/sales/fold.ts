const COMBINING_MARKS = /\p{M}/gu;
const DASHES = /[‐‑‒–—−]/g;
const APOSTROPHES = /[‘’ʼ′]/g;
/** Zero-width spaces and joiners, soft hyphens, direction marks: nobody sees them. */
const INVISIBLE = /\p{Cf}/gu;

/** A text without line breaks, control characters or surplus spaces: what a heading, a name or a mail's subject may be. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** A name as it is shown: composed letters, nothing invisible, no surplus spaces. */
export const seen = (text: string): string => oneLine(text.normalize("NFC").replace(INVISIBLE, ""));

/** Folds a text for comparison: without case, accents, invisible characters, typographic dashes and surplus spaces. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(COMBINING_MARKS, "")
    .replace(INVISIBLE, "")
    // Capitals first: ß and SS, ς and σ are the same letters.
    .toUpperCase()
    .toLowerCase()
    .replace(DASHES, "-")
    .replace(APOSTROPHES, "'")
    .replace(/\s+/g, " ")
    .trim();

/** As `fold`, for names of things: spaces, hyphens, underscores and a plural's `s` do not matter either. */
export const foldName = (text: string): string =>
  fold(text)
    .split(/[\s_-]+/)
    .map((word) => word.replace(/s$/, ""))
    .join("");
