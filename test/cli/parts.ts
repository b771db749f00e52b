import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

/** Every part of a file as text, as a reader sees it. */
export function partsOf(path: string): ReadonlyMap<string, string> {
  const entries = Object.entries(unzipSync(readFileSync(path)));
  return new Map(entries.map(([name, bytes]) => [name, unescaped(strFromU8(bytes))]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescaped = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);
