import type { Matrix } from "./cells";
import type { Answers, Need } from "./evaluate";

/** Answers what came up in one round, in the same order: one batch. */
export type Answerer = (needs: readonly Need[]) => Promise<readonly Matrix[]>;

/**
 * Computes again and again until no answer is missing: each round's needs are answered together, equal ones once.
 * One round per level of nesting (`KPI.CA(KPI.X())` takes two). Rejects only as `answerer` does.
 */
export async function settle<T>(
  compute: (answers: Answers) => T | undefined,
  answerer: Answerer,
): Promise<T> {
  const known = new Map<string, Matrix>();
  for (;;) {
    const missing = new Map<string, Need>();
    const computed = compute((need) => {
      const key = JSON.stringify(need);
      const answer = known.get(key);
      if (answer === undefined) missing.set(key, need);
      return answer;
    });
    if (computed !== undefined) return computed;
    const answers = await answerer([...missing.values()]);
    for (const [index, key] of [...missing.keys()].entries()) {
      const answer = answers[index];
      if (!answer) throw new Error("A need was left without its answer");
      known.set(key, answer);
    }
    if (missing.size === 0) throw new Error("A formula waits for nothing");
  }
}
