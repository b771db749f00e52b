const COMBINING_MARKS = /\p{M}/gu;
const DASHES = /[‐‑‒–—−]/g;

/** A text without line breaks, control characters or surplus spaces: what a heading, a name or a mail's subject may be. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** Folds a text for comparison: without case, accents, typographic dashes and surplus spaces. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(COMBINING_MARKS, "")
    .toLowerCase()
    .replace(DASHES, "-")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** As `fold`, for names of things: spaces, hyphens, underscores and a plural's `s` do not matter either. */
export const foldName = (text: string): string =>
  fold(text)
    .split(/[\s_-]+/)
    .map((word) => word.replace(/s$/, ""))
    .join("");
