import { type Answerer, fault, type Matrix, type Need, type Scalar, single } from "../../src/formula";

/** A made-up answer of a call: its values, or the error its cell shows. */
export type MadeUp =
  | { readonly values: readonly (readonly Scalar[])[] }
  | { readonly error: "#N/A" | "#NAME?" };

const CODES = { "#N/A": "value-not-found", "#NAME?": "function-unknown" } as const;

/** Answers calls by what is made up for their text, `=KPI.CA("region","2024",,"region","Toutes")`. */
export const madeUpAnswerer =
  (answer: (formula: string) => MadeUp): Answerer =>
  async (needs) =>
    needs.map((need): Matrix => {
      const made = answer(typed(need));
      return "error" in made ? single(fault(CODES[made.error])) : made.values;
    });

function typed(need: Need): string {
  if (need.kind !== "call") throw new Error(`${need.kind} asked outside of the plan`);
  const args = need.args.map((argument) =>
    typeof argument === "string" ? `"${argument.replaceAll('"', '""')}"` : String(argument ?? ""),
  );
  return `=${need.name}(${args.join(",")})`;
}
