import { execFileSync } from "node:child_process";

/** One everyday run in so many does all of a slow test's work between them. */
const TURNS = 10;
const A_DAY_MS = 86_400_000;

/** Set by `npm run test:long`: every slow test whole. */
export const isLong = process.env.VIGIE_LONG === "1";

/**
 * The seed of every slow property: `VIGIE_SEED`, else the commit's, else the day's. The same commit fails alike
 * everywhere, the next one tries other values; fast-check prints it with a counterexample.
 */
export const seed = seedOf(process.env.VIGIE_SEED) ?? seedOf(commit()) ?? Math.floor(Date.now() / A_DAY_MS);

/** How often a slow property runs: `whole` times when long, else a tenth, never fewer than `least`. */
export const runs = (whole: number, least = 1): number =>
  isLong ? whole : Math.max(Math.ceil(whole / TURNS), Math.min(least, whole));

/** Cases of a slow table: all when long, else the tenth whose turn it is, at least one. */
export function inTurn<T>(cases: readonly T[]): readonly T[] {
  if (isLong) return cases;
  const turns = Math.min(TURNS, cases.length);
  return cases.filter((_, at) => at % turns === seed % turns);
}

/** A decimal number as it is; a commit by its first digits. Within what fast-check takes: 31 bits. */
function seedOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.parseInt(text.slice(0, 7), 16);
  return Number.isFinite(number) ? number % 2 ** 31 : undefined;
}

function commit(): string | undefined {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
}
