import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAddon } from "../../scripts/buildAddon";
import { newSpreadsheet } from "../../src/gsheets";
import type { WorkbookContents } from "../../src/live";
import { AppsScript, type ScriptOptions } from "../../workbench/sheets/appsScript";
import { SheetsApi } from "../../workbench/sheets/sheetsApi";

/** The built project in a folder of its own. */
export async function builtProject(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-addon-"));
  await buildAddon(folder, "https://vigie.example.com");
  return folder;
}

/** A spreadsheet of these contents, and the project installed in it. */
export async function installed(
  folder: string,
  contents: WorkbookContents | undefined,
  options: Partial<ScriptOptions> = {},
): Promise<{ readonly api: SheetsApi; readonly script: AppsScript }> {
  const api = new SheetsApi();
  const batches = contents ? await newSpreadsheet(contents, { language: "fr", generation: "g1" }) : [];
  for (const requests of batches) api.batchUpdate({ requests: JSON.parse(JSON.stringify(requests)) });
  return { api, script: new AppsScript({ api, folder, ...options }) };
}

/** The shown values of a sheet by `row,column`, empty ones left out. */
export function cellsOf(api: SheetsApi, title: string): ReadonlyMap<string, string | number | boolean> {
  const sheet = api.book.sheets.find((one) => one.title === title);
  return new Map(
    [...(sheet?.cells ?? [])].flatMap(([key, { value }]) => {
      const shown = value?.numberValue ?? value?.stringValue ?? value?.boolValue;
      return shown === undefined || shown === "" ? [] : [[key, shown] as const];
    }),
  );
}
