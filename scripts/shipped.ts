import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
/** All that an installation is made of. */
const SHIPPED = ["dist", "package.json", "package-lock.json"];
const GATEWAY = join("dist", "server", "gateway.mjs");
const COMMAND_LINE = join("dist", "server", "vigie.mjs");
const START_MS = 30_000;

/**
 * `npm run shipped`: the build as an administrator installs it, in an empty folder with production dependencies alone.
 * The gateway starts and serves the add-in, the command line answers a formula. Exit code 1 with what went wrong.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-shipped-"));
  try {
    for (const name of SHIPPED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    run(folder, npm, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
    console.log(`installed: ${diskUse(folder)}`);
    refusesDevelopmentCertificates(folder);
    await servesFrom(folder);
    answersIn(folder);
    console.log("The shipped build starts, serves the add-in and answers formulas.");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without a certificate of its own it says so instead of looking for a tool of developers. */
function refusesDevelopmentCertificates(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [GATEWAY], { cwd: folder, encoding: "utf8" });
  expect(status === 2 && stderr.includes("https"), `a gateway without a certificate: ${status} ${stderr}`);
}

/** Started from another folder, as a service is. */
async function servesFrom(folder: string): Promise<void> {
  const elsewhere = join(folder, "state");
  mkdirSync(elsewhere);
  const gateway = spawn(process.execPath, [join(folder, GATEWAY)], {
    cwd: elsewhere,
    env: { ...process.env, VIGIE_HTTPS: "off", VIGIE_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await addressIn(gateway.stdout);
    const health = (await (await fetch(`${url}/api/health`)).json()) as { readonly status?: string };
    expect(health.status === "ok", `GET /api/health: ${JSON.stringify(health)}`);
    const page = await (await fetch(`${url}/taskpane.html`)).text();
    const script = /src="?(functions\.js[^">]*)/.exec(page)?.[1];
    expect(script !== undefined, `no functions.js in the page: ${page.slice(0, 200)}`);
    for (const path of [`/${script}`, "/functions.json"])
      expect((await fetch(url + path)).status === 200, `GET ${path}`);
    for (const path of ["/server/gateway.mjs", "/../server/gateway.mjs", "/package.json"])
      expect((await fetch(url + path)).status === 404, `GET ${path} must find nothing`);
  } finally {
    gateway.kill();
  }
}

/** The address in the gateway's log. */
function addressIn(log: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the gateway did not listen")), START_MS);
    let heard = "";
    log.on("data", (part) => {
      heard += String(part);
      const url = /"url":"([^"]+)"/.exec(heard)?.[1];
      if (!url) return;
      clearTimeout(late);
      resolve(url);
    });
  });
}

function answersIn(folder: string): void {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [COMMAND_LINE, "eval", "--source", "demo", "--data-date", "2026-11-23"],
    { cwd: folder, encoding: "utf8", input: '=KPI.CA(;"2025")\n' },
  );
  const { value } = JSON.parse(stdout || "{}") as { readonly value?: unknown };
  expect(typeof value === "number" && value > 0, `vigie eval: ${stdout}${stderr}`);
}

function diskUse(folder: string): string {
  const sizes = ["node_modules", "dist"].map((name) => {
    const { stdout } = spawnSync("du", ["-sk", join(folder, name)], { encoding: "utf8" });
    return `${name} ${(Number.parseInt(stdout, 10) / 1_024).toFixed(1)} MB`;
  });
  return sizes.join(", ");
}

function run(cwd: string, command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  expect(status === 0, `${command} ${args.join(" ")}: ${stderr}`);
}

function expect(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
