import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parse } from "yaml";

/** A Script Lab snippet: a page with buttons, and the code behind them. */
export interface Snippet {
  readonly name: string;
  /** The folder it lies in, without its number: `20-chart` → `chart`. */
  readonly area: string;
  /** TypeScript. */
  readonly script: string;
  readonly template: string;
}

interface SnippetFile {
  readonly name?: string;
  readonly host?: string;
  readonly script?: { readonly content?: string };
  readonly template?: { readonly content?: string };
}

/** The Excel snippets in a folder and those below it, in the order of their paths. Throws for a folder there is not. */
export function readSnippets(folder: string): readonly Snippet[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/i.test(path))
    .sort()
    .flatMap((path) => {
      const file = parse(readFileSync(join(folder, path), "utf8")) as SnippetFile | null;
      const { script, template } = file ?? {};
      if (!script?.content || (file?.host ?? "EXCEL").toUpperCase() !== "EXCEL") return [];
      return {
        name: file?.name ?? path,
        area: areaOf(relative(".", path)),
        script: script.content,
        template: template?.content ?? "",
      };
    });
}

const areaOf = (path: string): string => (path.split(sep).at(-2) ?? "").replace(/^\d+-/, "");
