import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { FailureError, failure } from "../sales/failure";

/**
 * Secrets kept under a name, through restarts where there is a key. Memory is right at once, whatever the disk does:
 * `put` and `delete` never reject, and resolve to whether the file has it. What it has not is written with the next
 * change, or after `RETRY_MILLISECONDS`.
 */
export interface Vault {
  /** False: in memory only. */
  readonly isLasting: boolean;
  get(name: string): string | undefined;
  names(): readonly string[];
  put(name: string, secret: string): Promise<boolean>;
  delete(name: string): Promise<boolean>;
}

export interface VaultKeys {
  readonly key: Buffer;
  /** The former key, whose entries are sealed anew with `key` at start. */
  readonly old?: Buffer;
}

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const RETRY_MILLISECONDS = 30_000;
const FILE = z.strictObject({
  version: z.literal(1),
  entries: z.record(z.string(), z.strictObject({ nonce: z.string(), tag: z.string(), sealed: z.string() })),
});
type Entry = z.infer<typeof FILE>["entries"][string];

/** The keys of the environment: 32 bytes in base64. Undefined without `VIGIE_VAULT_KEY`. Throws FailureError. */
export function vaultKeys(environment: Readonly<Record<string, string | undefined>>): VaultKeys | undefined {
  const key = keyOf("VIGIE_VAULT_KEY", environment);
  const old = keyOf("VIGIE_VAULT_KEY_OLD", environment);
  return key && { key, ...(old && { old }) };
}

function keyOf(name: string, environment: Readonly<Record<string, string | undefined>>): Buffer | undefined {
  const text = environment[name];
  if (!text) return undefined;
  const key = Buffer.from(text, "base64");
  if (key.length !== KEY_BYTES || !/^[\w+/=-]+$/.test(text)) throw wrong(name, "openssl rand -base64 32");
  return key;
}

export function memoryVault(): Vault {
  const kept = new Map<string, string>();
  return {
    isLasting: false,
    get: (name) => kept.get(name),
    names: () => [...kept.keys()],
    put: async (name, secret) => {
      kept.set(name, secret);
      return true;
    },
    delete: async (name) => {
      kept.delete(name);
      return true;
    },
  };
}

/**
 * The vault of a file, each entry sealed with AES-256-GCM for its name: one moved under another name does not open.
 * The file is replaced whole or not at all. Throws FailureError `configuration-invalid` when it is none or when
 * neither key opens it (it is then left as it is), or when it cannot be sealed anew.
 */
export async function fileVault(path: string, { key, old }: VaultKeys): Promise<Vault> {
  const kept = new Map<string, string>();
  let isSealedAnew = false;
  for (const [name, entry] of Object.entries(await readEntries(path))) {
    const opened = unseal(name, entry, key);
    const secret = opened ?? (old && unseal(name, entry, old));
    if (secret === undefined) throw wrong("VIGIE_VAULT_KEY", path);
    isSealedAnew ||= opened === undefined;
    kept.set(name, secret);
  }
  let writing = Promise.resolve(true);
  let retry: NodeJS.Timeout | undefined;
  const writeOnce = async (): Promise<boolean> => {
    clearTimeout(retry);
    const isWritten = await replaceFile(path, sealedFile(kept, key)).then(
      () => true,
      () => false,
    );
    if (!isWritten) retry = setTimeout(write, RETRY_MILLISECONDS).unref();
    return isWritten;
  };
  const write = (): Promise<boolean> => {
    // One after the other, each with everything that is known by then.
    writing = writing.then(writeOnce);
    return writing;
  };
  await clearLeftovers(path);
  if (isSealedAnew && !(await write())) throw wrong("vaultFile", path);
  return {
    isLasting: true,
    get: (name) => kept.get(name),
    names: () => [...kept.keys()],
    put: (name, secret) => {
      kept.set(name, secret);
      return write();
    },
    delete: (name) => (kept.delete(name) ? write() : writing),
  };
}

async function readEntries(path: string): Promise<Readonly<Record<string, Entry>>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw wrong("vaultFile", path);
  }
  try {
    return FILE.parse(JSON.parse(text)).entries;
  } catch {
    throw wrong("vaultFile", path);
  }
}

function seal(name: string, secret: string, key: Buffer): Entry {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  const text = (bytes: Buffer): string => bytes.toString("base64");
  return { nonce: text(nonce), tag: text(cipher.getAuthTag()), sealed: text(sealed) };
}

function unseal(name: string, { nonce, tag, sealed }: Entry, key: Buffer): string | undefined {
  try {
    const options = { authTagLength: 16 };
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64"), options);
    decipher.setAAD(Buffer.from(name)).setAuthTag(Buffer.from(tag, "base64"));
    return Buffer.concat([decipher.update(Buffer.from(sealed, "base64")), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

function sealedFile(kept: ReadonlyMap<string, string>, key: Buffer): string {
  const entries = [...kept].map(([name, secret]) => [name, seal(name, secret, key)]);
  return `${JSON.stringify({ version: 1, entries: Object.fromEntries(entries) })}\n`;
}

/** Removes the files of writes that the process did not survive. */
async function clearLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const isLeftover = (name: string): boolean =>
    name.startsWith(`${basename(path)}.`) && /^[0-9a-f]{12}$/.test(name.slice(basename(path).length + 1));
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.filter(isLeftover).map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)),
  );
}

async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const file = await open(beside, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
}

const wrong = (setting: string, expected: string): FailureError =>
  new FailureError(failure("configuration-invalid", { setting, expected }));
