#!/usr/bin/env node
import { parseArgs } from "node:util";
import { failureOf } from "../crm";
import { sentence } from "../i18n";
import { readConfig } from "./config";
import { startGateway } from "./server";

/** `npm run gateway -- [--config FILE]`: starts the gateway; the first Ctrl+C closes it gently. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { config: { type: "string" } } });
  const config = readConfig(process.env, values.config);
  if (!config.ok) return refuse(config.failure);
  try {
    const { close } = await startGateway(config.value);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
  } catch (thrown) {
    refuse(failureOf(thrown));
  }
}

/** For whoever administers the server: French, then English. */
function refuse(reason: ReturnType<typeof failureOf>): void {
  console.error(`${sentence(reason, "fr")}\n${sentence(reason, "en")}`);
  process.exitCode = 2;
}

void main();
