import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(__dirname, "..");
const DEVELOPMENT = "https://localhost:3443";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Installation {
  /** `https://vigie.example.com`: where this installation's gateway is reached. */
  readonly origin: string;
  /** Of one's own, so that two installations do not hide each other. Default: the product's. */
  readonly id?: string;
  readonly version?: string;
}

/** The manifest for an installation's own gateway: every address, and if given its id and version. */
export function manifestFor(manifest: string, { origin, id, version }: Installation): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol !== "https:" || url.origin !== origin.replace(/\/$/, "")) {
    throw new Error(`Expected an https address without a path, such as https://vigie.example.com: ${origin}`);
  }
  if (id !== undefined && !UUID.test(id)) throw new Error(`Not a UUID: ${id}`);
  if (version !== undefined && !/^\d+(\.\d+){2,3}$/.test(version))
    throw new Error(`Not a version: ${version}`);
  const addressed = manifest.replaceAll(DEVELOPMENT, url.origin);
  const identified = id ? addressed.replace(/<Id>.*<\/Id>/, `<Id>${id}</Id>`) : addressed;
  return version ? identified.replace(/<Version>.*<\/Version>/, `<Version>${version}</Version>`) : identified;
}

/** `tsx scripts/manifest.ts --origin https://vigie.example.com [--id UUID] [--version 1.2.3.0] [--out FILE]` */
function main(): void {
  const { values } = parseArgs({
    options: {
      origin: { type: "string" },
      id: { type: "string" },
      version: { type: "string" },
      out: { type: "string", default: join("out", "manifest.xml") },
    },
  });
  const { origin = "", id, version, out } = values;
  const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");
  const written = manifestFor(manifest, { origin, ...(id && { id }), ...(version && { version }) });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, written);
  console.log(out);
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
