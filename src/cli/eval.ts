import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isFault, type Matrix, type Scalar } from "../formula";
import { type Answering, answerFormula, cellError } from "../functions";
import type { Failure } from "../sales/failure";
import type { Language } from "../sales/text";
import type { Command } from "./command";
import { EXIT } from "./exit";
import { linesOf } from "./lines";
import { tellNotes } from "./notes";
import { openSource } from "./source";

/** One formula a line on standard input, one JSON object a line on standard output, in the same order. */
export const evalCommand: Command = {
  needs: ["source"],
  run: async (options, { input, output, errors }) => {
    const open = await openSource(options);
    tellNotes(open.loaded, options.language, errors);
    await pipeline(Readable.from(answerLines(linesOf(input), open, options.language)), output, {
      end: false,
    });
    return EXIT.ok;
  },
};

/** The answers of these lines as JSON lines; blank lines are skipped. */
export async function* answerLines(
  lines: AsyncIterable<string>,
  open: Answering,
  language: Language,
): AsyncGenerator<string> {
  for await (const line of lines) {
    const formula = line.replace(/^\uFEFF/, "").trim();
    if (formula === "") continue;
    const answer = await answerFormula(formula, open, language);
    const error = (failure: Failure) => ({ error: cellError(failure, language) });
    const shown = answer.ok ? { value: written(answer.value, error) } : error(answer.failure);
    yield `${JSON.stringify({ formula, ...shown })}\n`;
  }
}

/** A block as JSON: an error inside it is an object in its own cell. */
const written = (value: Scalar | Matrix, error: (failure: Failure) => object) =>
  Array.isArray(value)
    ? (value as Matrix).map((row) => row.map((cell) => (isFault(cell) ? error(cell.failure) : cell)))
    : value;
