import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Debian's own Python: the one that has Tryton. */
const PYTHON = "/usr/bin/python3";
const TRYTOND = "/usr/lib/python3/dist-packages/trytond";
const SCRIPTS = join(__dirname, "server");
const KEPT_DATABASES = join(__dirname, "..", "..", "..", ".cache", "tryton");
const PASSWORD = "Phare7brumeQs2ix";
const DATABASE = "vigie";
// A quarter of an hour on a machine that is busy with ten other things; a minute and a half on a quiet one.
const BUILD_MS = 1_500_000;
const START_MS = 90_000;

type Rows = readonly (readonly (string | number | null)[])[];

/** A real Tryton server on loopback, over a database made for it, in a folder that goes when it stops. */
export class TrytonServer {
  private process: ChildProcess | undefined;
  readonly password = PASSWORD;
  readonly database = DATABASE;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Makes the database, once for the same Tryton and scripts, and starts the server: a minute or two, then seconds. */
  static async start(): Promise<TrytonServer> {
    const server = new TrytonServer(mkdtempSync(join(tmpdir(), "vigie-tryton-")), await freePort());
    try {
      writeFileSync(server.config, configOf(server.folder, server.port));
      writeFileSync(join(server.folder, "password"), PASSWORD);
      await server.makeDatabase();
      await server.run();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  private async makeDatabase(): Promise<void> {
    const kept = join(KEPT_DATABASES, `${databaseDigest()}.sqlite`);
    if (existsSync(kept)) return copyFileSync(kept, this.file);
    writeFileSync(this.file, "");
    await this.python("build.py", [this.config, DATABASE, join(this.folder, "password")]);
    mkdirSync(KEPT_DATABASES, { recursive: true });
    copyFileSync(this.file, `${kept}.${process.pid}`);
    renameSync(`${kept}.${process.pid}`, kept);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process and waits until it answers. */
  async run(): Promise<void> {
    const child = spawn(PYTHON, ["/usr/bin/trytond", "-c", this.config, "-d", DATABASE], { stdio: "ignore" });
    this.process = child;
    const question = { id: 1, method: "common.server.version", params: [] };
    for (const end = Date.now() + START_MS; Date.now() < end; ) {
      const answers = await fetch(`${this.address}/`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(question),
      }).catch(() => undefined);
      if (answers?.ok) return;
      if (child.exitCode !== null) break;
      await new Promise((wait) => setTimeout(wait, 200));
    }
    throw new Error("The Tryton server did not start.");
  }

  async halt(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Changes records through Tryton's own client, as its administrator. */
  async change(what: "edit" | "delete"): Promise<void> {
    const url = `http://admin:${PASSWORD}@127.0.0.1:${this.port}/${DATABASE}/`;
    await this.python("change.py", [url, what]);
  }

  /** Rows of Tryton's own database, through the views of views.sql. */
  async sql(queries: readonly string[]): Promise<readonly Rows[]> {
    return JSON.parse(await this.python("query.py", [this.file], JSON.stringify(queries)));
  }

  /** As if everybody had been away for too long. */
  async expireSessions(): Promise<void> {
    const code =
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1], timeout=20); c.execute('DELETE FROM ir_session'); c.commit()";
    await promisify(execFile)(PYTHON, ["-c", code, this.file]);
  }

  private get config(): string {
    return join(this.folder, "trytond.conf");
  }

  private get file(): string {
    return join(this.folder, `${DATABASE}.sqlite`);
  }

  private python(script: string, args: readonly string[], input = ""): Promise<string> {
    return new Promise((resolve, reject) => {
      const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONWARNINGS: "ignore" };
      const options = { env, timeout: BUILD_MS, maxBuffer: 64 * 1024 * 1024 };
      const child = execFile(PYTHON, [join(SCRIPTS, script), ...args], options, (error, output, told) =>
        error ? reject(new Error(`${script}: ${told.slice(-2_000)}`)) : resolve(output),
      );
      child.stdin?.end(input);
    });
  }
}

/** Of all that the database is made from: the scripts, the password, Tryton's version and its modules. */
function databaseDigest(): string {
  const hash = createHash("sha256").update(PASSWORD);
  for (const script of readdirSync(SCRIPTS).sort()) hash.update(readFileSync(join(SCRIPTS, script)));
  hash.update(readFileSync(join(TRYTOND, "__init__.py")));
  return hash
    .update(readdirSync(join(TRYTOND, "modules")).sort().join())
    .digest("hex")
    .slice(0, 16);
}

// Two wrong passwords are enough to be made to wait: the test need not try six.
const configOf = (folder: string, port: number): string =>
  [
    "[database]",
    "uri = sqlite://",
    `path = ${folder}`,
    "[web]",
    `listen = 127.0.0.1:${port}`,
    "[session]",
    "max_attempt = 1",
    "",
  ].join("\n");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("no port");
  return address.port;
}
