import fc from "fast-check";

export interface Mutation {
  readonly path: readonly number[];
  readonly replacement: unknown;
}

/** A place somewhere within a JSON document, and what stands there instead; undefined takes it away. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  path: fc.array(fc.nat(40), { maxLength: 7 }),
  replacement: fc.oneof(
    fc.constantFrom<unknown>(undefined, null, "", 0, -1, 1e308, true, false, [], {}, "__proto__", "=1+1"),
    fc.constantFrom<unknown>("2024-02-31", "-12,5", "NaN", "9".repeat(40), "\u0000", "2024-13-45T99:99:99Z"),
    // Odoo's references, Dolibarr's numbers, Tryton's marks.
    fc.constantFrom<unknown>(
      [7],
      [7, 8],
      ["7", "x"],
      1e15,
      "1e400",
      { __class__: "Decimal", decimal: "NaN" },
      { __class__: "date", year: 0, month: 99, day: -3 },
      { __class__: "timedelta", seconds: 1 },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

/** The document with a mutation; everything else is shared with the original. */
export function mutated(value: unknown, { path, replacement }: Mutation): unknown {
  if (typeof value !== "object" || value === null || path.length === 0) return replacement;
  const keys = Object.keys(value);
  if (keys.length === 0) return replacement;
  const [step = 0, ...rest] = path;
  const key = keys[step % keys.length]!;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (rest.length === 0 && replacement === undefined) delete copy[key];
  else copy[key] = mutated(copy[key], { path: rest, replacement });
  return copy;
}

/** Where a mutation strikes a document: `results.3.properties.amount`. */
function placeOf(value: unknown, { path }: Mutation): string {
  const steps: string[] = [];
  let at = value;
  for (const step of path) {
    const keys = typeof at === "object" && at !== null ? Object.keys(at) : [];
    if (keys.length === 0) break;
    const key = keys[step % keys.length]!;
    steps.push(key);
    at = Reflect.get(at as object, key);
  }
  return steps.join(".");
}

/** An answer whose JSON has a mutation, and where; what is no JSON becomes one. */
export async function mutatedAnswer(
  answer: Response,
  change: Mutation,
): Promise<{ readonly answer: Response; readonly place: string }> {
  const { status } = answer;
  const given: unknown = await answer.json().catch(() => null);
  return {
    answer: Response.json(mutated(given, change) ?? null, { status }),
    place: placeOf(given, change),
  };
}
