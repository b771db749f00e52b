import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { MILLISECONDS_A_DAY } from "../sales/calendar";
import { FailureError, failure } from "../sales/failure";
import type { GatewayConfig } from "./config";

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Folder of the development certificates: never committed, never sent. */
const CERTIFICATE_FOLDER = join(".vigie", "certificates");
const VALID_DAYS = 30;
const RENEWED_AFTER_MILLISECONDS = (VALID_DAYS - 2) * MILLISECONDS_A_DAY;

/** The certificate the configuration asks for; undefined when a proxy in front speaks HTTPS. */
export async function certificateOf(https: GatewayConfig["https"]): Promise<Certificate | undefined> {
  if (https === "off") return undefined;
  if (https === "development") return developmentCertificate();
  const [cert, key] = await Promise.all([
    readSetting("https.certificate", https.certificate),
    readSetting("https.key", https.key),
  ]);
  return { cert, key };
}

async function readSetting(setting: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new FailureError(failure("configuration-invalid", { setting, value: path }));
  }
}

/**
 * A certificate for localhost and 127.0.0.1, made on this machine and renewed before it ends. It is not installed
 * as trusted: docs/deploy.md says how to trust `ca.crt` once.
 */
export async function developmentCertificate(folder = CERTIFICATE_FOLDER): Promise<Certificate> {
  const paths = {
    ca: join(folder, "ca.crt"),
    cert: join(folder, "localhost.crt"),
    key: join(folder, "localhost.key"),
  };
  if (!(await isFresh(paths.key))) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { generateCertificates } = await import("office-addin-dev-certs").catch(notForProduction);
    await generateCertificates(paths.ca, paths.cert, paths.key, VALID_DAYS, ["localhost", "127.0.0.1"]);
  }
  const [cert, key] = await Promise.all([readFile(paths.cert), readFile(paths.key)]);
  return { cert, key };
}

/** A server installed for production cannot make certificates: it wants one of its own, or a proxy's. */
function notForProduction(): never {
  const expected = "off, {certificate, key}";
  throw new FailureError(
    failure("configuration-invalid", { setting: "https", value: "development", expected }),
  );
}

const isFresh = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < RENEWED_AFTER_MILLISECONDS,
    () => false,
  );
