const COMBINING_MARKS = /\p{M}/gu;
const DASHES = /[‐‑‒–—−]/g;

/** What stays of a text once case, accents, typographic dashes and surplus spaces do not matter. */
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
