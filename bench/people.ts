import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

const GATEWAY = join(__dirname, "..", "dist", "server", "gateway.mjs");
const PORT = 34_431;
const PEOPLE = Number(process.env.VIGIE_PEOPLE ?? 200);
const LINES = 20_000;
/** All of them open their workbook within a minute. */
const ARRIVALS_MS = 60_000;
const HEALTH_EVERY_MS = 250;
/** Sources in several companies; one company's data is made once a worker. */
const COMPANIES = 20;

interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** One person's network address on loopback, so that shares per address count as they do between machines. */
const addressOf = (person: number): string => `127.1.${Math.floor(person / 250)}.${(person % 250) + 1}`;

function ask(
  localAddress: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = "",
): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port: PORT, method, path, headers, localAddress, agent: new Agent() },
      (response) => {
        let bytes = 0;
        let text = "";
        response.on("data", (part: Buffer) => {
          bytes += part.length;
          // The end says how it went; nobody keeps the rows.
          text = (text + part.toString("latin1")).slice(-4_000);
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            bytes,
            text,
            milliseconds: performance.now() - begun,
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A person connects, refreshes whole, and leaves the pane open. Returns the time of the refresh, or why there was none. */
async function person(number: number): Promise<Answer> {
  await pause((number / PEOPLE) * ARRIVALS_MS);
  const options = { lines: LINES, seed: number % COMPANIES };
  const json = { "Content-Type": "application/json" };
  const from = addressOf(number);
  const opened = await ask(
    from,
    "POST",
    "/api/sessions",
    json,
    JSON.stringify({ source: "demo", options, token: true }),
  );
  const token = /"token":"([^"]+)"/.exec(opened.text)?.[1];
  if (!token) return opened;
  return ask(from, "GET", "/api/refresh", { Authorization: `Bearer ${token}` });
}

/** CPU seconds and the highest memory of a process, as Linux tells them. */
function costOf({ pid }: ChildProcess): { cpu: number; peakMegabytes: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1];
  return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, peakMegabytes: Number(peak) / 1_024 };
}

async function started(): Promise<ChildProcess> {
  const env = {
    ...process.env,
    VIGIE_HTTPS: "off",
    VIGIE_PORT: String(PORT),
    VIGIE_HOST: "127.0.0.1",
    VIGIE_LOG_LEVEL: "info",
  };
  const gateway = spawn(process.execPath, [GATEWAY], { env, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve) =>
    gateway.stdout.on("data", (part) => {
      if (String(part).includes("listening")) resolve();
    }),
  );
  return gateway;
}

/** `npx tsx bench/people.ts`, after a build: so many people at 8:30, each with a whole refresh, on one gateway. */
async function main(): Promise<void> {
  const gateway = await started();
  const health: number[] = [];
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      health.push((await ask("127.0.0.1", "GET", "/api/health")).milliseconds);
      await pause(HEALTH_EVERY_MS);
    }
  })();
  const begun = performance.now();
  const answers = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => person(number)));
  const wall = (performance.now() - begun) / 1_000;
  isOver = true;
  await watch;
  const { cpu, peakMegabytes } = costOf(gateway);
  gateway.kill("SIGTERM");
  const whole = answers.filter(({ status, text }) => status === 200 && text.includes('"type":"end"'));
  const other = answers.filter((answer) => !whole.includes(answer));
  const times = whole.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const waits = [...health].sort((a, b) => a - b);
  console.log(`${whole.length} of ${PEOPLE} refreshed ${LINES} lines; all done after ${wall.toFixed(0)} s`);
  for (const { status, text } of other.slice(0, 5)) console.log(`  else: ${status} ${text.slice(-200)}`);
  console.log(
    `refresh: median ${seconds(times[times.length >> 1])}, last ${seconds(times.at(-1))}; ${(whole.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(0)} MB sent`,
  );
  console.log(`gateway: ${cpu.toFixed(0)} s of CPU, at most ${peakMegabytes.toFixed(0)} MB resident`);
  console.log(
    `health: median ${seconds(waits[waits.length >> 1])}, 99 of 100 within ${seconds(waits[Math.floor(waits.length * 0.99)])}, worst ${seconds(waits.at(-1))}`,
  );
}

const seconds = (milliseconds = 0): string => `${(milliseconds / 1_000).toFixed(2)} s`;

void main();
