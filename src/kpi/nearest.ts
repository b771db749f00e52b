/** Most slips in the same name: two in a short one, a third of the letters in a long one. */
const tolerance = (length: number): number => Math.max(2, Math.floor(length / 3));

/** Insertions, deletions, replacements and swaps of neighbours between two texts; `limit + 1` when over the limit. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let distance = Math.min(last[j]! + 1, current[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      current.push(distance);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
}

/**
 * The candidate that a mistyped text most likely means: fewest slips, else one that contains it, else undefined.
 * `comparable` is what both are compared as.
 */
export function nearest(
  text: string,
  candidates: readonly string[],
  comparable: (text: string) => string = (same) => same,
): string | undefined {
  const wanted = comparable(text);
  let best: string | undefined;
  let bestDistance = tolerance(wanted.length) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, comparable(candidate), bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  const contains = (candidate: string) => wanted.length >= 3 && comparable(candidate).includes(wanted);
  return best ?? candidates.find(contains);
}
