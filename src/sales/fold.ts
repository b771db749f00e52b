const COMBINING_MARKS = /\p{M}/gu;
const DASHES = /[‐‑‒–—−]/g;

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
