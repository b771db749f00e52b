#!/usr/bin/env node
import { run } from "./run";

// A reader that closes early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void run(process.argv.slice(2), process.env, {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
}).then((code) => {
  // Not process.exit: what is still in the pipe must get out.
  process.exitCode = code;
});
