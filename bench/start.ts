import { spawn } from "node:child_process";
import { join } from "node:path";

const SERVER = join(__dirname, "..", "dist", "server");
const RUNS = 3;
/** Has the started program tell what it cost when it ends. */
const TELL = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error("cpu",(user+system)/1e6)})`;

interface Start {
  readonly title: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** Ends the program once it says this. */
  readonly until?: string;
}

const STARTS: readonly Start[] = [
  { title: "node, with an empty program", args: ["--eval", ""] },
  { title: "vigie --help", args: [join(SERVER, "vigie.mjs"), "--help"] },
  {
    title: "vigie eval, one formula over the demo",
    args: [join(SERVER, "vigie.mjs"), "eval", "--source", "demo"],
    input: '=KPI.CA(;"2025")\n',
  },
  { title: "gateway, until it listens", args: [join(SERVER, "gateway.mjs")], until: "listening" },
];

/** CPU seconds of one start, user and system. */
function cpuSeconds({ args, input, until }: Start): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, VIGIE_HTTPS: "off", VIGIE_PORT: "0" };
    const child = spawn(process.execPath, [`--import=${TELL}`, ...args], { env });
    let errors = "";
    child.stderr.on("data", (part) => {
      errors += String(part);
    });
    child.stdout.on("data", (part) => {
      if (until && String(part).includes(until)) child.kill("SIGTERM");
    });
    child.on("close", () => {
      const told = /cpu ([\d.]+)/.exec(errors)?.[1];
      if (told) resolve(Number(told));
      else reject(new Error(errors));
    });
    child.stdin.end(input ?? "");
  });
}

/** Cost of starting the built programs, beside an empty one; the least of RUNS. */
async function main(): Promise<void> {
  let empty: number | undefined;
  for (const start of STARTS) {
    const costs: number[] = [];
    for (let run = 0; run < RUNS; run++) costs.push(await cpuSeconds(start));
    const least = Math.min(...costs);
    empty ??= least;
    console.log(
      `${start.title.padEnd(40)}${least.toFixed(2)} CPU s, ${(least / empty).toFixed(1)} empty programs`,
    );
  }
}

void main();
