import { PassThrough, Readable, Writable } from "node:stream";
import { run } from "../../src/cli/run";

/** Runs a command line in this process: what it wrote, what it said, its exit code. */
export async function vigie(args: readonly string[], input = "", environment: NodeJS.ProcessEnv = {}) {
  const written: Record<"output" | "errors", string> = { output: "", errors: "" };
  const into = (name: "output" | "errors") =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await run(args, environment, {
    input: Readable.from([Buffer.from(input)]).pipe(new PassThrough()),
    output: into("output"),
    errors: into("errors"),
  });
  return { code, ...written };
}

export const DEMO = ["--source", "demo:lines=300,seed=1", "--data-date", "2026-11-23"];
