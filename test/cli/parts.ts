import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

/** Every part of a file, given by its path or its bytes, as text, as a reader sees it. */
export function partsOf(file: string | Uint8Array): ReadonlyMap<string, string> {
  const bytes = typeof file === "string" ? readFileSync(file) : file;
  const entries = Object.entries(unzipSync(Uint8Array.from(bytes)));
  return new Map(entries.map(([name, bytes]) => [name, unescaped(strFromU8(bytes))]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescaped = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);
