import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileVault } from "../../src/gateway/vault";
import { runs, seed } from "../support/runs";

const KEY = Buffer.alloc(32, 1);
const TSX = require.resolve("tsx/cli");
/** Up to so many milliseconds of writing before the process is killed. */
const LONGEST_MS = 120;

/** Starts a writer at an entry, kills it so many milliseconds after it opened; the entries it said were written. */
function killed(file: string, first: number, afterMs: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const script = join(__dirname, "vaultWriter.ts");
    // tsx runs the script in a process of its own: the group is killed, not its parent alone.
    const writer = spawn(process.execPath, [TSX, script, file, String(first)], { detached: true });
    let said = "";
    let errors = "";
    writer.stderr.on("data", (part) => {
      errors += String(part);
    });
    writer.stdout.on("data", (part) => {
      if (said === "") setTimeout(() => process.kill(-writer.pid!, "SIGKILL"), afterMs);
      said += String(part);
    });
    writer.on("close", () => {
      const [head, ...written] = said.split("\n");
      if (head !== "open") reject(new Error(errors));
      // The last line may be cut.
      else resolve(written.slice(0, -1).map(Number));
    });
  });
}

test("a gateway killed while it writes loses no sign-in that it said was kept, and leaves no half file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vigie-killed-"));
  const file = join(folder, "vault.json");
  const expected = new Set<number>();
  let first = 0;
  for (let time = 0; time < runs(60); time++) {
    const written = await killed(file, first, (seed + time * 37) % LONGEST_MS);
    for (const at of written) expected.add(at);
    const vault = await fileVault(file, { key: KEY });
    for (const at of expected) {
      const isDeleted = at % 20 === 9;
      if (!isDeleted) expect([at, vault.get(`p${at}`)]).toEqual([at, `secret of ${at}`]);
    }
    for (const name of vault.names()) expect(vault.get(name)).toBe(`secret of ${name.slice(1)}`);
    expect(readdirSync(folder).filter((name) => name !== "vault.json")).toEqual([]);
    first = Math.max(first, ...written) + 20;
    first -= first % 20;
  }
  expect(expected.size).toBeGreaterThan(0);
}, 300_000);
