/** Questions that a CRM is asked at once: few workers answer, and the others' questions wait behind ours. */
const AT_ONCE = 8;

/** Asks about each of some things, a few at once. Answers stand in the order of what was asked about. */
export async function inParallel<One, Answer>(
  all: readonly One[],
  ask: (one: One) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(ask))));
  return answers;
}
