import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSnippet } from "../../../workbench/snippets/run";
import { readSnippets } from "../../../workbench/snippets/snippet";

const SNIPPET = `
name: Un et deux
host: EXCEL
script:
  content: |-
    document.getElementById("write").addEventListener("click", () => guarded(write));
    document.getElementById("again").addEventListener("click", () => guarded(again));
    document.getElementById("lost").addEventListener("click", () => lost());
    async function write(): Promise<void> {
      await Excel.run(async (context) => {
        context.workbook.worksheets.add("Ventes").getRange("A1").values = [[1 as number]];
        await context.sync();
        await context.sync();
      });
    }
    async function again() {
      await write();
    }
    function lost(): never {
      throw new Error("thrown");
    }
    async function guarded(work: () => Promise<void>) {
      try {
        await work();
      } catch (error) {
        console.error(error);
      }
    }
  language: typescript
template:
  content: |-
    <p>Deux boutons</p>
    <button id="write"><span>Écrire</span></button>
    <button id="again">Encore</button>
    <button id="lost">Perdu</button>
  language: html
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "snippets-"));
  mkdirSync(join(folder, "20-chart"));
  writeFileSync(join(folder, "20-chart", "un.yaml"), SNIPPET);
  writeFileSync(join(folder, "20-chart", "word.yaml"), SNIPPET.replace("EXCEL", "WORD"));
  writeFileSync(join(folder, "20-chart", "broken.yaml"), SNIPPET.replace("function lost", "function ("));
  writeFileSync(join(folder, "playlist.yaml"), "- id: un\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("each button of each Excel snippet is clicked in turn; an error said or thrown fails it", async () => {
  const snippets = readSnippets(folder);
  expect(snippets.map(({ name, area }) => [name, area])).toEqual([
    ["Un et deux", "chart"],
    ["Un et deux", "chart"],
  ]);
  const [broken, whole] = [await runSnippet(snippets[0]!), await runSnippet(snippets[1]!)];
  expect(broken.map(({ button, error }) => [button, error !== undefined])).toEqual([
    ["Écrire", true],
    ["Encore", true],
    ["Perdu", true],
  ]);
  expect(whole).toEqual([
    { button: "Écrire" },
    { button: "Encore", error: "ItemAlreadyExists Add" },
    { button: "Perdu", error: "thrown" },
  ]);
});
